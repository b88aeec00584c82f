package com.acme.cellar;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

public final class Cellar {
  private static final List<String> BOTTLES = Collections.synchronizedList(new ArrayList<>());

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(Cellar::count));
  }

  private static void count() {
    synchronized (Cellar.class) {
      System.err.println(BOTTLES.size());
    }
  }

  public static void take() {
    synchronized (Cellar.class) {
      if (BOTTLES.isEmpty()) {
        System.exit(1);
      }
      BOTTLES.remove(0);
    }
  }
}
