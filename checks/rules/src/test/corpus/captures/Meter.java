package com.acme.meter;

import java.util.concurrent.atomic.AtomicLong;

public final class Meter {
  private final AtomicLong watts = new AtomicLong();

  public void install() {
    long total = watts.get();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("total " + total)));
  }

  public void add(long more) {
    watts.addAndGet(more);
  }
}
