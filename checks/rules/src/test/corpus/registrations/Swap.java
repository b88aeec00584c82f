package com.acme.swap;

public class Swap implements AutoCloseable {
  private final Thread hook = new Thread(this::release, "swap");

  public Swap() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void close() {
    release();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException exiting) {
      System.err.println("exit has begun");
    }
  }

  private void release() {
    System.err.println("released");
  }
}
