package com.acme.meter;

import java.util.concurrent.atomic.AtomicLong;

public final class MeterLate {
  private final AtomicLong watts = new AtomicLong();

  public void install() {
    long startedAt = System.nanoTime();
    long before = watts.get();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      System.out.println("added " + (watts.get() - before));
      System.out.println("ran for " + (System.nanoTime() - startedAt));
    }));
  }

  public void add(long more) {
    watts.addAndGet(more);
  }
}
