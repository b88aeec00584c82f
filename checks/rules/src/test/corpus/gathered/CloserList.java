package com.acme.closers;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;

public final class CloserList {
  private final Deque<Runnable> closers = new ArrayDeque<>();
  private final CountDownLatch flushed = new CountDownLatch(1);

  public CloserList() {
    closers.push(this::awaitFlush);
    closers.push(() -> System.err.println("closing"));
    Runtime.getRuntime().addShutdownHook(new Thread(this::runAll));
  }

  public void flushed() {
    flushed.countDown();
  }

  private void runAll() {
    while (!closers.isEmpty()) {
      closers.pop().run();
    }
  }

  private void awaitFlush() {
    try {
      flushed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
