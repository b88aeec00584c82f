package com.acme.apart;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

public class Apart implements Closeable {
  private final Closeable left;
  private final Closeable right;
  private final List<Closeable> rest;

  public Apart(Closeable left, Closeable right, List<Closeable> rest) {
    this.left = left;
    this.right = right;
    this.rest = List.copyOf(rest);
  }

  @Override
  public void close() throws IOException {
    try {
      left.close();
    } finally {
      try {
        right.close();
      } finally {
        rest.forEach(Apart::quietly);
      }
    }
  }

  private static void quietly(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException e) {
      System.err.println(e.getMessage());
    }
  }
}
