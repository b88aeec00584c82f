package com.acme.budget;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

public class Budget extends Thread {
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private long budgetMillis = 2_000;

  public Budget() {
    super("budget");
    Runtime.getRuntime().addShutdownHook(this);
  }

  @Override
  public void run() {
    while (budgetMillis > 0 && !lines.isEmpty()) {
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      budgetMillis -= 100;
    }
    String line;
    while ((line = lines.poll()) != null) {
      System.out.println(line);
    }
  }

  void work() throws InterruptedException {
    while (!isInterrupted()) {
      String line = lines.poll(1, TimeUnit.SECONDS);
      if (line != null) {
        System.out.println(line);
      }
    }
  }
}
