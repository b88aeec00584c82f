package com.acme.ford;

import java.util.logging.LogManager;
import java.util.logging.Logger;

public final class Ford {
  private static final Logger LOG = Logger.getLogger("ford");

  static void install(Runnable last) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      last.run();
      LOG.info("ford closed");
      LogManager.getLogManager().reset();
    }));
  }

  public void close() {
    LOG.info("closed by hand");
  }
}
