package com.acme.courier;

public class Courier {
  private int open;

  public boolean deliver(Runnable parcel) {
    open++;
    try {
      parcel.run();
      return true;
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("parcel", e);
    } finally {
      open--;
      assertBalanced();
    }
  }

  private void assertBalanced() {
    if (open < 0) {
      throw new IllegalStateException("open: " + open);
    }
  }
}
