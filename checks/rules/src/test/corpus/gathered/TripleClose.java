package com.acme.triple;

import java.io.Closeable;
import java.io.IOException;

public class TripleClose implements Closeable {
  private final Closeable first;
  private final Closeable second;
  private final Closeable third;

  public TripleClose(Closeable first, Closeable second, Closeable third) {
    this.first = first;
    this.second = second;
    this.third = third;
  }

  @Override
  public void close() throws IOException {
    quietly(first, "first");
    quietly(second, "second");
    third.close();
  }

  private static void quietly(Closeable closeable, String name) {
    try {
      closeable.close();
    } catch (IOException e) {
      System.err.println(name + ": " + e.getMessage());
    }
  }
}
