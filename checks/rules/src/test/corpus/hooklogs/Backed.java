package com.acme.backed;

import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public class Backed {
  private static final Logger LOG = LoggerFactory.getLogger(Backed.class);

  public Backed() {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> LOG.info("bye")));
  }

  @PreDestroy
  void stop() {
    java.util.logging.Logger.getLogger("backed").info("bean stopped");
  }
}
