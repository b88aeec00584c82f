package com.acme.frame;

import java.lang.ref.Cleaner;

public class Frame {
  private static final Cleaner CLEANER = Cleaner.create();

  private static final class Release implements Runnable {
    private final long address;

    Release(long address) {
      this.address = address;
    }

    @Override
    public void run() {
      System.err.println("released " + address);
    }
  }

  private final Cleaner.Cleanable cleanable = CLEANER.register(this, new Release(System.nanoTime()));

  public void free() {
    cleanable.clean();
  }
}
