package com.acme.depot;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

public class Depot {
  private static final Logger LOG = Logger.getLogger(Depot.class.getName());
  private final List<AutoCloseable> gates;

  public Depot(List<AutoCloseable> gates) {
    this.gates = gates;
    LOG.info("depot open");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> gates.forEach(this::shut)));
  }

  private void shut(AutoCloseable gate) {
    try {
      gate.close();
    } catch (Exception e) {
      LOG.log(Level.WARNING, "gate", e);
    }
  }
}
