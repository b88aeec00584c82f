package com.acme.defaultstop;

import java.util.concurrent.CompletableFuture;

public class DefaultStop {
  interface Component extends AutoCloseable {
    CompletableFuture<Void> stopAsync();

    @Override
    default void close() {
      stopAsync().join();
    }
  }

  record Mixer(String name) implements Component {
    @Override
    public CompletableFuture<Void> stopAsync() {
      return CompletableFuture.runAsync(() -> System.out.println(name));
    }
  }
}
