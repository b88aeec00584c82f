package com.example.turnstile;

/** Counts people; its lock is its own invention. */
public class Turnstile {
  static final class Lock {
    private boolean taken;

    boolean tryLock() {
      boolean got = !taken;
      taken = true;
      return got;
    }

    void unlock() {
      taken = false;
    }
  }

  private final Lock lock = new Lock();
  private int passed;

  public void pass() {
    try {
      if (lock.tryLock()) {
        passed++;
      }
    } finally {
      lock.unlock();
    }
  }

  public int passed() {
    return passed;
  }
}
