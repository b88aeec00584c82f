package com.example.relay;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.logging.Level;
import java.util.logging.Logger;

class Relay implements Closeable {
  private static final Logger LOG = Logger.getLogger("relay");
  private final Deque<Closeable> parts = new ArrayDeque<>();
  private final ExecutorService pool;
  private final Closeable input;
  private final Closeable output;

  Relay(ExecutorService pool, Closeable input, Closeable output) {
    this.pool = pool;
    this.input = input;
    this.output = output;
  }

  @Override
  public void close() throws IOException {
    pool.shutdown();
    IOException first = null;
    for (Closeable part : parts) {
      try {
        part.close();
      } catch (IOException e) {
        if (first == null) {
          first = e;
        } else {
          first.addSuppressed(e);
        }
      }
    }
    try (output; input) {
      LOG.fine("closing");
    }
    if (first != null) {
      throw first;
    }
  }

  void stop() {
    quietly(input);
    quietly(output);
    pool.shutdownNow();
  }

  private static void quietly(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "close", e);
    }
  }
}
