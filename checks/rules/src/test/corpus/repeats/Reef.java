package com.acme.reef;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

public final class Reef {
  private static final AtomicBoolean HOOKED = new AtomicBoolean();

  public void add(List<Runnable> corals) {
    for (Runnable coral : corals) {
      coral.run();
      if (HOOKED.compareAndSet(false, true)) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.err.println("reef sleeps")));
      }
    }
  }
}
