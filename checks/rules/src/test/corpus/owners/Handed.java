package com.acme.handed;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public final class Handed {
  private final ExecutorService io = Executors.newFixedThreadPool(2);
  private final Stopper stopper = new Stopper(io);

  private record Stopper(ExecutorService pool) {
    void stop() throws InterruptedException {
      pool.shutdown();
      if (!pool.awaitTermination(1, TimeUnit.SECONDS)) {
        pool.shutdownNow();
      }
    }
  }

  public void run(Runnable task) {
    io.execute(task);
  }

  public void end() throws InterruptedException {
    stopper.stop();
  }
}
