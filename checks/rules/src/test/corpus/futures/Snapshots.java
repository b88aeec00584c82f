package com.acme.snapshot;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.context.SmartLifecycle;

public class Snapshots implements SmartLifecycle {
  private volatile Future<?> running = CompletableFuture.completedFuture(null);
  private volatile boolean on;

  @Override
  public void start() {
    on = true;
  }

  @Override
  public void stop() {
    on = false;
    try {
      running.get(4, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      running.cancel(true);
    }
    if (running.isDone()) {
      report(running);
    }
  }

  private static void report(Future<?> done) {
    System.err.println(done.isCancelled() ? "cancelled" : "done");
  }

  public Object last() throws InterruptedException, ExecutionException {
    return running.get();
  }

  @Override
  public boolean isRunning() {
    return on;
  }
}
