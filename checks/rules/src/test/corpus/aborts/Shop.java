package com.acme.shop;

import dev.lastcall.runtime.Lastcall;

public final class Shop {
  private final AutoCloseable till;
  private final AutoCloseable door;

  Shop(AutoCloseable till, AutoCloseable door) {
    this.till = till;
    this.door = door;
  }

  public void open(Lastcall lastcall) {
    lastcall.defer("shop", () -> {
      till.close();
      door.close();
    });
  }
}
