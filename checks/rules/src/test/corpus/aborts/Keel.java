package com.acme.keel;

import java.io.IOException;
import java.io.OutputStream;

public class Keel implements AutoCloseable {
  private final OutputStream out;
  private boolean open = true;

  public Keel(OutputStream out) {
    this.out = out;
  }

  @Override
  public void close() throws IOException {
    if (open) {
      open = false;
      out.flush();
      out.close();
    }
  }
}
