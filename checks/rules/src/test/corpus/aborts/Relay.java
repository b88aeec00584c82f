package com.example.relay;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Timer;
import java.util.logging.Level;
import java.util.logging.Logger;

class Relay implements Closeable {
  private static final Logger LOG = Logger.getLogger("relay");
  private final Deque<Closeable> parts = new ArrayDeque<>();
  private final Timer timer = new Timer(true);
  private final Closeable input;
  private final Closeable output;

  Relay(Closeable input, Closeable output) {

    this.input = input;
    this.output = output;
  }

  @Override
  public void close() throws IOException {
    timer.cancel();
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
    timer.cancel();
  }

  private static void quietly(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "close", e);
    }
  }
}
