package com.acme.vestry;

public final class Vestry {
  private boolean over;

  public void end() {
    boolean first;
    synchronized (this) {
      first = !over;
      over = true;
    }
    if (first) {
      System.exit(0);
    }
  }

  public synchronized boolean isOver() {
    return over;
  }

  public void later() {
    synchronized (this) {
      new Thread(() -> System.exit(0)).start();
    }
  }
}
