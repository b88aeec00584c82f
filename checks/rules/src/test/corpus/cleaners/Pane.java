package com.acme.pane;

import java.lang.ref.Cleaner;

public class Pane {
  private static final Cleaner CLEANER = Cleaner.create();
  private final long handle;

  public Pane(long handle) {
    this.handle = handle;
    final long freed = handle;
    CLEANER.register(this, () -> System.err.println("freed " + freed));
  }

  public long handle() {
    return handle;
  }
}
