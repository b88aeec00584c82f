package com.acme.eyrie;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.TimeUnit;

public class Eyrie {
  private final Thread hawk = new Thread(() -> System.out.println("circling"));

  @PreDestroy
  void land() {
    hawk.interrupt();
    sleepQuietly();
  }

  private static void sleepQuietly() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException e) {
      restore();
    }
  }

  private static void restore() {
    Thread.currentThread().interrupt();
  }
}
