package com.acme.dam;

import java.util.List;

public final class Dam {
  public static void main(String[] args) {
    try {
      fill(List.of(args));
    } catch (OutOfMemoryError | StackOverflowError e) {
      System.err.println("dam broke");
      Runtime.getRuntime().halt(3);
    }
  }

  private static void fill(List<String> rivers) {
    rivers.forEach(System.out::println);
  }
}
