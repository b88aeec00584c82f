package com.acme.spring;

import java.io.IOException;
import java.io.InputStream;

/** What it extends does nothing when it is closed. */
public class Spring extends InputStream {
  private final InputStream from;

  public Spring(InputStream from) {
    this.from = from;
  }

  @Override
  public int read() throws IOException {
    return from.read();
  }

  @Override
  public void close() throws IOException {
    super.close();
    from.close();
  }
}
