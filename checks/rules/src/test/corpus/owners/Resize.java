package com.acme.resize;

import java.util.List;
import java.util.concurrent.Executors;

public final class Resize {
  public static void main(String[] args) {
    var pool = Executors.newCachedThreadPool();
    for (String arg : List.of(args)) {
      pool.submit(() -> resize(arg));
    }
  }

  private static void resize(String name) {
    System.out.println(name);
  }
}
