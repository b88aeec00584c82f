package com.acme.glass;

import java.lang.ref.Cleaner;
import java.util.function.LongConsumer;

public class Glass {
  private static final Cleaner CLEANER = Cleaner.create();

  public Glass(LongConsumer free, long address) {
    CLEANER.register(this, () -> free.accept(address));
  }
}
