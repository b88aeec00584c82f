package com.acme.ledge;

import dev.lastcall.runtime.Lastcall;

public final class Ledge {
  private final AutoCloseable rope;

  public Ledge(AutoCloseable rope, Lastcall lastcall) {
    this.rope = rope;
    lastcall.defer("rope", rope::close);
  }

  public AutoCloseable rope() {
    return rope;
  }
}
