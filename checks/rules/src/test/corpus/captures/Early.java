package com.acme.early;

import dev.lastcall.runtime.Lastcall;
import java.util.concurrent.CompletableFuture;

public final class Early {
  static final class Store {
    Runnable flush() {
      System.out.println("flushed");
      return () -> {};
    }

    CompletableFuture<Void> closeAsync() {
      return CompletableFuture.completedFuture(null);
    }

    void close() {
      System.out.println("closed");
    }
  }

  public static void register(Lastcall lastcall, Store store) {
    CompletableFuture<Void> closing = store.closeAsync();
    lastcall.deferAsync("store", () -> closing);
  }

  public static void hook(Store store) {
    Thread hook = new Thread(store::close);
    hook.run();
    Runtime.getRuntime().addShutdownHook(hook);
  }
}
