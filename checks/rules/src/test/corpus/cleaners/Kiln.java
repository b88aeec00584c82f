package com.acme.kiln;

import java.lang.ref.Cleaner;

public class Kiln implements AutoCloseable {
  private static final Cleaner CLEANER = Cleaner.create();
  private final Cleaner.Cleanable cleanable = CLEANER.register(this, this::cool);
  private int degrees = 900;

  private void cool() {
    degrees = 20;
  }

  @Override
  public void close() {
    cleanable.clean();
  }

  int degrees() {
    return degrees;
  }
}
