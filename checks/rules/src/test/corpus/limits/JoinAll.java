package com.acme.join;

import dev.lastcall.runtime.Lastcall;
import java.util.List;

public class JoinAll {
  private static final long ONE_MINUTE = 60 * 1000L;

  public static void register(Lastcall lastcall, List<Thread> threads) {
    lastcall.defer("threads", () -> {
      for (Thread thread : threads) {
        thread.join(ONE_MINUTE);
      }
    });
  }
}
