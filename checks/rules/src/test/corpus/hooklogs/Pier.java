package com.acme.pier;

import com.google.common.flogger.FluentLogger;
import java.util.concurrent.CountDownLatch;

public final class Pier {
  private static final FluentLogger logger = FluentLogger.forEnclosingClass();
  private final CountDownLatch closed = new CountDownLatch(1);

  private final class Closing extends Thread {
    @Override
    public void run() {
      report("closing");
      closed.countDown();
    }
  }

  void install() {
    Runtime.getRuntime().addShutdownHook(new Closing());
  }

  private static void report(String what) {
    logger.atInfo().log("pier: %s", what);
  }
}
