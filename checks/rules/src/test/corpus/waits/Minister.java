package com.acme.minister;

import java.util.List;
import java.util.concurrent.CountDownLatch;

public final class Minister {
  private final List<Runnable> acts;

  public Minister(List<Runnable> acts) {
    this.acts = acts;
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.err.println(acts.size() + " acts")));
  }

  public void actAll() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(acts.size());
    for (Runnable act : acts) {
      new Thread(() -> {
        act.run();
        done.countDown();
      }).start();
    }
    done.await();
  }
}
