package com.example.tiles;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;

public class TileServer implements AutoCloseable {
  private final ScheduledExecutorService scheduler;
  private final ScheduledFuture<?> refresh;
  private final List<Closeable> layers;
  private final Closeable index;

  public TileServer(
      ScheduledExecutorService scheduler, ScheduledFuture<?> refresh, List<Closeable> layers, Closeable index) {
    this.scheduler = scheduler;
    this.refresh = refresh;
    this.layers = layers;
    this.index = index;
  }

  @Override
  public void close() {
    refresh.cancel(false);
    scheduler.shutdownNow();
    for (Closeable layer : layers) {
      close(layer);
    }
    close(index);
  }

  private static void close(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException e) {
      System.err.println("close: " + e.getMessage());
    }
  }

  public void reload(Closeable old, Closeable next) throws IOException {
    layers.add(next);
    layers.remove(old);
    old.close();
  }
}
