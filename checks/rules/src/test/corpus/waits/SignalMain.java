package com.acme.cli;

import java.util.concurrent.Phaser;
import sun.misc.Signal;

public final class SignalMain {
  private static final Phaser PHASER = new Phaser(1);
  private static final Object IDLE = new Object();
  private static int active;

  public static void main(String[] args) {
    Signal.handle(new Signal("TERM"), signal -> {
      PHASER.arriveAndAwaitAdvance();
      Runtime.getRuntime().halt(143);
    });
    Runnable quiesce = () -> {
      synchronized (IDLE) {
        while (active > 0) {
          try {
            IDLE.wait();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
          }
        }
      }
    };
    Thread hook = new Thread(quiesce, "quiesce");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  static void enter() {
    synchronized (IDLE) {
      active++;
    }
  }

  static void leave() {
    synchronized (IDLE) {
      active--;
      IDLE.notifyAll();
    }
  }
}
