package com.acme.buoy;

import java.util.concurrent.atomic.AtomicBoolean;

public final class Buoy implements AutoCloseable {
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Thread hook = new Thread(() -> release(true));

  public Buoy() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void close() {
    release(false);
  }

  private void release(boolean exiting) {
    if (closed.compareAndSet(false, true) && !exiting) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
