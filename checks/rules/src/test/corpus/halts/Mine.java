package com.acme.mine;

import java.util.concurrent.TimeUnit;

public final class Mine {
  static void guard(long seconds) {
    Thread guard = new Thread(() -> {
      try {
        TimeUnit.SECONDS.sleep(seconds);
      } catch (InterruptedException e) {
        return;
      }
      System.err.println("exit took longer than " + seconds + " s");
      Runtime.getRuntime().halt(1);
    });
    guard.setDaemon(true);
    Runtime.getRuntime().addShutdownHook(new Thread(guard::start));
  }
}
