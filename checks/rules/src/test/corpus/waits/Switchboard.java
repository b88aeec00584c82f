package com.acme.phone;

import java.util.ArrayList;
import java.util.List;

public enum Switchboard {
  MAIN, BACKUP;

  private final List<Thread> lines = new ArrayList<>();

  static {
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("switchboard").unstarted(Switchboard::hangUpAll));
  }

  public Thread line(Runnable call) {
    Thread line = new Thread(call);
    lines.add(line);
    line.start();
    return line;
  }

  private static void hangUpAll() {
    for (Switchboard board : values()) {
      board.lines.forEach(line -> {
        line.interrupt();
        try {
          line.join();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      });
    }
  }
}
