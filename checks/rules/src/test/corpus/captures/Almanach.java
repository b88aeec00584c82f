package com.acme.almanach;

import java.util.concurrent.atomic.AtomicInteger;

public final class Almanach {
  private final AtomicInteger pages = new AtomicInteger();

  public void install() {
    int firstPage = pages.get();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> report(firstPage)));
  }

  public void turn() {
    pages.incrementAndGet();
  }

  private void report(int firstPage) {
    System.err.println("read from " + firstPage + " to " + pages.get());
  }
}
