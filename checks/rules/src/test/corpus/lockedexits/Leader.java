package com.acme.leader;

public class Leader implements AutoCloseable {
  private static int terms;

  public static synchronized void elect(String node) {
    terms++;
    if (node.isEmpty()) {
      System.exit(2);
    }
  }

  public static synchronized int terms() {
    return terms;
  }

  @Override
  public void close() {
    System.err.println(terms());
  }
}
