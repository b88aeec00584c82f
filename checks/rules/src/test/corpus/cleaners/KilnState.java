package com.acme.kiln;

import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicInteger;

public class KilnState implements AutoCloseable {
  private static final Cleaner CLEANER = Cleaner.create();
  private final AtomicInteger degrees = new AtomicInteger(900);
  private final Cleaner.Cleanable cleanable;

  public KilnState() {
    AtomicInteger shared = degrees;
    cleanable = CLEANER.register(this, () -> shared.set(20));
  }

  public static AutoCloseable watch(Object watched, Runnable gone) {
    Cleaner.Cleanable cleanable = CLEANER.register(watched, gone);
    return cleanable::clean;
  }

  @Override
  public void close() {
    cleanable.clean();
  }
}
