package dev.lastcall.crashlab;

import java.util.concurrent.locks.LockSupport;

/** The pause between two looks at a condition. */
final class Pause {
  private static final long NANOS = 10_000_000;

  private Pause() {}

  static void briefly() {
    LockSupport.parkNanos(NANOS);
  }
}
