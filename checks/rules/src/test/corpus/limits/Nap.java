package com.acme.nap;

import dev.lastcall.runtime.Lastcall;
import java.util.concurrent.TimeUnit;

public final class Nap {
  public static void register(Lastcall lastcall, Thread sleeper) {
    lastcall.defer("sleeper", () -> {
      sleeper.interrupt();
      sleeper.join(TimeUnit.SECONDS.toMillis(10));
    });
  }

  public static void rest() throws InterruptedException {
    TimeUnit.HOURS.sleep(8);
  }
}
