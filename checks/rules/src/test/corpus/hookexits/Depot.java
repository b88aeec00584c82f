package com.acme.depot;

import java.util.function.IntConsumer;

public final class Depot {
  private final IntConsumer exit;

  private Depot(IntConsumer exit) {
    this.exit = exit;
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      try {
        save();
      } catch (IllegalStateException e) {
        System.exit(1);
      }
    }));
  }

  public static Depot create() {
    return new Depot(System::exit);
  }

  void fail() {
    exit.accept(2);
  }

  private void save() {
    if (System.getenv("DEPOT") == null) {
      throw new IllegalStateException("no depot");
    }
  }
}
