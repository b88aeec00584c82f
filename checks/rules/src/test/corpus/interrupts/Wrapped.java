package com.acme.wrapped;

import java.io.InterruptedIOException;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

public class Wrapped implements AutoCloseable {
  private final Semaphore slots = new Semaphore(2);

  @Override
  public void close() throws IOException {
    try {
      if (!slots.tryAcquire(2, 1, TimeUnit.SECONDS)) {
        throw new IOException("slots are taken");
      }
    } catch (InterruptedException e) {
      throw (IOException) new InterruptedIOException("close").initCause(e);
    }
  }
}
