package com.acme.menu;

import java.util.Map;
import java.util.Scanner;

public final class Menu {
  private static final Map<String, Runnable> ACTIONS =
      Map.of("quit", () -> System.exit(0), "list", () -> System.out.println("nothing"));

  public static void main(String[] args) {
    try (Scanner in = new Scanner(System.in)) {
      while (in.hasNextLine()) {
        ACTIONS.getOrDefault(in.nextLine(), () -> System.exit(1)).run();
      }
    }
  }
}
