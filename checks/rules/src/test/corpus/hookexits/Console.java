package com.acme.console;

import jakarta.annotation.PreDestroy;

public class Console {
  private final Shell shell = new Shell();

  static final class Shell {
    void exit(int code) {
      System.out.println("shell left with " + code);
    }
  }

  @PreDestroy
  void close() {
    shell.exit(0);
    Thread watchdog = new Thread(() -> {
      try {
        Thread.sleep(5_000);
      } catch (InterruptedException e) {
        return;
      }
      Runtime.getRuntime().halt(9);
    });
    watchdog.setDaemon(true);
    watchdog.start();
  }
}
