package com.acme.elevators;

import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public final class Elevators extends Thread {
  private static final int MINUTES = Integer.getInteger("elevators.minutes", 5);
  private final Map<String, ExecutorService> shafts = Map.of("north", Executors.newSingleThreadExecutor());

  public static void main(String[] args) {
    Runtime.getRuntime().addShutdownHook(new Elevators());
  }

  @Override
  public void run() {
    shafts.values().forEach(Elevators::stop);
  }

  private static void stop(ExecutorService shaft) {
    shaft.shutdown();
    try {
      if (!shaft.awaitTermination(MINUTES, TimeUnit.MINUTES)) {
        shaft.shutdownNow();
      }
    } catch (InterruptedException e) {
      shaft.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
