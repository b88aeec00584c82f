package com.acme.orchard;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

public class Orchard {
  private final Lock gate = new ReentrantLock();
  private int apples;

  public int pick(Supplier<Integer> basket) {
    boolean open = gate.tryLock();
    try {
      if (!open) {
        return 0;
      }
      apples -= basket.get();
      return apples;
    } finally {
      gate.unlock();
    }
  }
}
