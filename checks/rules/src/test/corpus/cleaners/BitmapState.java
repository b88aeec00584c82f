package com.acme.bitmap;

import java.lang.ref.Cleaner;

public class BitmapState implements AutoCloseable {
  private static final Cleaner CLEANER = Cleaner.create();

  private record State(long address) implements Runnable {
    @Override
    public void run() {
      System.err.println(address);
    }
  }

  private final State state;
  private final Cleaner.Cleanable cleanable;

  public BitmapState(long address) {
    this.state = new State(address);
    this.cleanable = CLEANER.register(this, state);
  }

  @Override
  public void close() {
    cleanable.clean();
  }
}
