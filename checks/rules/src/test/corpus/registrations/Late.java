package com.acme.late;

import jakarta.annotation.PreDestroy;

public class Late {
  private Thread hook;

  public void arm(Runnable action) {
    hook = new Thread(action);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @PreDestroy
  void disarm() {
    if (hook != null && !removed()) {
      System.err.println("too late to disarm");
    }
  }

  private boolean removed() {
    try {
      return Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return false;
    }
  }
}
