package com.acme.ledger;

import java.io.IOException;
import java.io.OutputStream;

/** Aborting ends the log first, so that whoever still writes fails; the order is chosen. */
public class Ledger {
  private final Log log = new Log();
  private final Store store = new Store(log);

  public void close(boolean abort) throws IOException {
    if (abort) {
      try {
        log.close();
      } finally {
        store.close();
      }
    } else {
      try {
        store.close();
      } finally {
        log.close();
      }
    }
  }

  static final class Log {
    private final OutputStream out = OutputStream.nullOutputStream();

    void close() throws IOException {
      out.close();
    }
  }

  static final class Store {
    private final Log log;

    Store(Log log) {
      this.log = log;
    }

    void close() throws IOException {
      log.close();
    }
  }
}
