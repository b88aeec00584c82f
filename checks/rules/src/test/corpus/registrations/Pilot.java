package com.acme.pilot;

public final class Pilot {
  private Thread hook;

  public synchronized void arm() {
    if (hook == null) {
      hook = new Thread(() -> System.err.println("landing"));
      Runtime.getRuntime().addShutdownHook(hook);
    }
  }

  public synchronized void disarm() {
    if (hook != null) {
      Runtime.getRuntime().removeShutdownHook(hook);
      hook = null;
    }
  }
}
