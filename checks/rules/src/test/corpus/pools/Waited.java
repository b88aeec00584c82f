package com.acme.waited;

import io.grpc.ManagedChannel;
import java.util.List;
import java.util.concurrent.TimeUnit;

public class Waited implements AutoCloseable {
  private final List<ManagedChannel> channels;

  public Waited(List<ManagedChannel> channels) {
    this.channels = channels;
  }

  @Override
  public void close() {
    for (ManagedChannel channel : channels) {
      try {
        channel.shutdown().awaitTermination(3, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
