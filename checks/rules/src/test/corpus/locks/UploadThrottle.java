package com.example.upload;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

public class UploadThrottle {
  private final Semaphore slots = new Semaphore(8);
  private final Executor executor;

  public UploadThrottle(Executor executor) {
    this.executor = executor;
  }

  public void submit(Runnable upload) throws InterruptedException {
    slots.acquire();
    try {
      executor.execute(() -> {
        try {
          upload.run();
        } finally {
          slots.release();
        }
      });
    } catch (RejectedExecutionException e) {
      slots.release();
      throw e;
    }
  }

  public CompletableFuture<Void> submitAsync(Runnable upload) {
    if (!slots.tryAcquire()) {
      return CompletableFuture.failedFuture(new IllegalStateException("busy"));
    }
    return CompletableFuture.runAsync(upload, executor).whenComplete((done, failure) -> slots.release());
  }

  public void widen(int more) {
    slots.release(more);
  }
}
