package com.acme.parallel;

import dev.lastcall.runtime.Lastcall;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

public final class Parallel {
  public static void register(Lastcall lastcall, List<Runnable> parts) {
    lastcall.defer("parts", () -> {
      CountDownLatch done = new CountDownLatch(parts.size());
      for (Runnable part : parts) {
        new Thread(() -> {
          try {
            part.run();
          } finally {
            done.countDown();
          }
        }).start();
      }
      if (!done.await(4, TimeUnit.SECONDS)) {
        System.err.println("parts left: " + done.getCount());
      }
    });
  }
}
