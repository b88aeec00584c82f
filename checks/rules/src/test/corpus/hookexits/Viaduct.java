package com.acme.viaduct;

public final class Viaduct {
  public static void main(String[] args) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      try {
        close();
      } catch (IllegalStateException e) {
        Runtime.getRuntime().halt(1);
      }
    }));
    if (args.length == 0) {
      System.exit(64);
    }
  }

  private static void close() {
    if (System.getenv("VIADUCT") == null) {
      throw new IllegalStateException("no viaduct");
    }
  }
}
