package com.example.mirror;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Copies, and keeps both exceptions. */
class Mirror implements Closeable {
  private static final Logger LOG = Logger.getLogger("mirror");
  private final OutputStream first;
  private final OutputStream second;

  Mirror(OutputStream first, OutputStream second) {
    this.first = first;
    this.second = second;
  }

  void copy(InputStream in) throws IOException {
    Throwable failure = null;
    try {
      in.transferTo(first);
    } catch (IOException | RuntimeException e) {
      failure = e;
      throw e;
    } finally {
      if (failure == null) {
        in.close();
      } else {
        try {
          in.close();
        } catch (IOException again) {
          failure.addSuppressed(again);
        }
      }
    }
  }

  void drain(InputStream in) throws IOException {
    boolean done = false;
    try {
      in.transferTo(OutputStream.nullOutputStream());
      done = true;
    } finally {
      if (done) {
        in.close();
      } else {
        closeQuietly(in);
      }
    }
  }

  private static void closeQuietly(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException e) {
      LOG.log(Level.FINE, "close", e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      first.close();
    } finally {
      second.close();
    }
  }
}
