package com.acme.garrison;

public final class Garrison {
  private final Object roster = new Object();
  private int soldiers = 10;

  public void desert() {
    synchronized (roster) {
      soldiers--;
    }
    surrenderIfEmpty();
  }

  private void surrenderIfEmpty() {
    int left;
    synchronized (roster) {
      left = soldiers;
    }
    if (left == 0) {
      System.exit(0);
    }
  }
}
