package com.acme.tide;

import dev.lastcall.runtime.Lastcall;

public final class Tide {
  interface Gate {
    void close();
  }

  private Gate gate = () -> System.err.println("first gate closed");

  public Tide(Lastcall lastcall) {
    lastcall.defer("gate", () -> gate.close());
  }

  public void replace(Gate next) {
    Gate old = gate;
    gate = next;
    old.close();
  }
}
