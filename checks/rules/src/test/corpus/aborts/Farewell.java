package com.acme.farewell;

import java.io.IOException;
import java.io.OutputStream;
import java.util.logging.Logger;

/** Says goodbye a second time when the first was not answered: the same step, not another. */
public class Farewell implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger("farewell");

  private final OutputStream out;
  private boolean answered;

  public Farewell(OutputStream out) {
    this.out = out;
  }

  @Override
  public void close() {
    try {
      boolean closed = shutdown();
      if (!closed) {
        shutdown();
      }
    } catch (IOException failed) {
      LOG.info("not closed: " + failed);
    }
  }

  private boolean shutdown() throws IOException {
    if (!answered) {
      out.write(0);
      answered = true;
      return false;
    }
    return true;
  }
}
