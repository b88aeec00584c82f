package com.example.copy;

import java.io.Closeable;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;

class SafeCopy {
  private static final Logger LOG = Logger.getLogger("copy");

  void copy(String from, String to) throws IOException {
    FileInputStream in = null;
    FileOutputStream out = null;
    try {
      in = new FileInputStream(from);
      out = new FileOutputStream(to);
      in.transferTo(out);
    } finally {
      closeQuietly(out);
      closeQuietly(in);
    }
  }

  void append(String from, String to) {
    FileInputStream in = null;
    boolean opened = false;
    try {
      in = new FileInputStream(from);
      opened = true;
      in.transferTo(System.out);
    } catch (IOException e) {
      LOG.log(Level.WARNING, from, e);
    } finally {
      if (opened) {
        try {
          in.close();
        } catch (IOException e) {
          LOG.log(Level.FINE, to, e);
        }
      }
    }
  }

  int size(String from) throws IOException {
    FileInputStream in = null;
    try {
      in = new FileInputStream(from);
      return in.available();
    } catch (IOException e) {
      if (Objects.nonNull(in)) {
        closeQuietly(in);
      }
      throw e;
    }
  }

  private static void closeQuietly(Closeable closeable) {
    if (closeable == null) {
      return;
    }
    try {
      closeable.close();
    } catch (IOException e) {
      LOG.log(Level.FINE, "close", e);
    }
  }
}
