package com.acme.basket;

import java.util.ArrayList;
import java.util.List;

public final class Basket {
  private final List<String> items = new ArrayList<>();

  public Basket() {
    List<String> now = List.copyOf(items);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> now.forEach(System.out::println)));
  }

  public void put(String item) {
    items.add(item);
  }
}
