package com.acme.foyer;

import dev.lastcall.api.PlainCleanup;
import dev.lastcall.runtime.Lastcall;

public final class Foyer {
  public static void register(Lastcall lastcall, AutoCloseable doors) {
    lastcall.defer("doors", closing(doors));
  }

  private static PlainCleanup closing(AutoCloseable doors) {
    System.err.println("doors will be closed");
    return () -> {
      System.err.println("closing doors");
      doors.close();
    };
  }
}
