package com.acme.ledger;

import java.io.PrintStream;

public final class Ledger {
  private final Journal log = new Journal(System.err);

  record Journal(PrintStream out) {
    void info(String line) {
      out.println(line);
    }

    void log(String line) {
      out.println(line);
    }
  }

  public Ledger() {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      log.info("closing");
      log.log("closed");
    }));
  }
}
