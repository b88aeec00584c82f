package com.acme.printery;

import dev.lastcall.runtime.Lastcall;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

public final class PrinteryAwaited {
  interface Press {
    CompletableFuture<Void> stopAsync();
  }

  public static void register(Lastcall lastcall, Press press) {
    lastcall.deferAsync("press", press::stopAsync);
    lastcall.deferAsync("again", () -> press.stopAsync().thenRun(() -> System.err.println("stopped")));
    lastcall.defer("sync", () -> {
      CompletableFuture<Void> stopped = press.stopAsync();
      stopped.get(2, TimeUnit.SECONDS);
    });
  }
}
