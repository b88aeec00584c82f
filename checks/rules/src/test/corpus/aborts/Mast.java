package com.acme.mast;

import com.google.common.io.Closer;
import java.io.Closeable;
import java.io.IOException;

public class Mast implements Closeable {
  private final Closeable top;
  private final Closeable foot;

  public Mast(Closeable top, Closeable foot) {
    this.top = top;
    this.foot = foot;
  }

  @Override
  public void close() throws IOException {
    Closer closer = Closer.create();
    closer.register(foot);
    closer.register(top);
    closer.close();
  }
}
