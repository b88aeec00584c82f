package com.acme.track;

import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

public final class Track {
  private static final Logger log = LogManager.getLogger();

  public static void main(String[] args) {
    log.info("start");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      System.err.println("stopping");
      log.atInfo().log("stopped");
    }));
  }
}
