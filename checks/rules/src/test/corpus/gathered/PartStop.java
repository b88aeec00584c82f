package com.acme.parts;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public class PartStop {
  interface Part {
    void begin();

    void end();
  }

  abstract static class PooledPart implements Part {
    private final ExecutorService pool = Executors.newFixedThreadPool(2);

    @Override
    public void begin() {
      pool.execute(this::work);
    }

    @Override
    public final void end() {
      pool.shutdown();
      finish();
    }

    protected void finish() {
      try {
        if (!pool.awaitTermination(3, TimeUnit.SECONDS)) {
          pool.shutdownNow();
        }
      } catch (InterruptedException e) {
        pool.shutdownNow();
        Thread.currentThread().interrupt();
      }
    }

    protected abstract void work();
  }

  static final class Mail extends PooledPart {
    @Override
    protected void work() {
      System.out.println("mail");
    }
  }

  private final List<Part> parts = List.of(new Mail());

  @PreDestroy
  void end() {
    for (Part part : parts) {
      part.end();
    }
  }
}
