package com.acme.bitmap;

import java.lang.ref.Cleaner;

public class Bitmap implements AutoCloseable {
  private static final Cleaner CLEANER = Cleaner.create();
  private final Cleaner.Cleanable cleanable;
  private long address;

  public Bitmap(long address) {
    this.address = address;
    Runnable action = new Runnable() {
      @Override
      public void run() {
        free(address);
      }
    };
    cleanable = CLEANER.register(this, action);
  }

  private static void free(long address) {
    System.err.println(address);
  }

  @Override
  public void close() {
    cleanable.clean();
  }
}
