package com.acme.chapel;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

public final class Chapel {
  private final List<Thread> bells;

  public Chapel(List<Thread> bells) {
    this.bells = List.copyOf(bells);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> silence(bells.size())));
  }

  private void silence(int count) {
    CountDownLatch silent = new CountDownLatch(count);
    bells.forEach(bell -> waitInBackground(bell, silent));
    try {
      if (!silent.await(3, TimeUnit.SECONDS)) {
        System.err.println("bells ring on");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void waitInBackground(Thread bell, CountDownLatch silent) {
    Thread waiter = new Thread(() -> {
      try {
        bell.join();
        silent.countDown();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
    waiter.setDaemon(true);
    waiter.start();
  }
}
