package com.acme.restart;

public class Restart {
  private final Thread hook = new Thread(() -> stop(false));
  private int stopped;

  public Restart() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  public void shutdown() {
    stop(true);
  }

  private void stop(boolean exit) {
    stopped++;
    System.err.println("stopped " + stopped);
    if (exit) {
      System.exit(0);
    }
  }
}
