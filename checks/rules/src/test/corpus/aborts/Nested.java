package com.acme.nested;

import java.io.Closeable;
import java.io.IOException;

public class Nested implements Closeable {
  private final Closeable first;
  private final Closeable second;
  private final StringBuilder log = new StringBuilder();

  public Nested(Closeable first, Closeable second) {
    this.first = first;
    this.second = second;
  }

  @Override
  public void close() throws IOException {
    try (Closeable last = second; Closeable sooner = first) {
      log.append("closing");
    } finally {
      log.setLength(0);
    }
  }
}
