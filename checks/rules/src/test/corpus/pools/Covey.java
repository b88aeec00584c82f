package com.acme.covey;

import io.grpc.ManagedChannel;
import java.util.concurrent.TimeUnit;

public final class Covey {
  public static void install(ManagedChannel channel) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      try {
        if (!channel.shutdown().awaitTermination(2, TimeUnit.SECONDS)) {
          channel.shutdownNow();
        }
      } catch (InterruptedException e) {
        channel.shutdownNow();
        Thread.currentThread().interrupt();
      }
    }));
  }
}
