package com.acme.waited;

import io.grpc.ManagedChannel;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

public class WaitedUsed implements AutoCloseable {
  private final List<ManagedChannel> channels;
  private final ExecutorService pool;

  public WaitedUsed(List<ManagedChannel> channels, ExecutorService pool) {
    this.channels = channels;
    this.pool = pool;
  }

  private boolean ended(ManagedChannel channel) {
    try {
      return channel.shutdown().awaitTermination(3, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    channels.stream().filter(channel -> !ended(channel)).forEach(ManagedChannel::shutdownNow);
    pool.shutdownNow();
    try {
      boolean quiet = pool.awaitTermination(1, TimeUnit.SECONDS);
      System.err.println("quiet: " + quiet);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
