package com.acme.fixed;

import dev.lastcall.runtime.Lastcall;
import java.util.List;

public final class Fixed {
  private final List<AutoCloseable> parts;
  private final AutoCloseable first;
  private String name = "fixed";

  public Fixed(List<AutoCloseable> parts, Lastcall lastcall) throws Exception {
    this.parts = List.copyOf(parts);
    this.first = this.parts.get(0);
    String shown = name.toUpperCase(java.util.Locale.ROOT);
    lastcall.defer(shown, first::close);
    register(lastcall, this.parts.get(1));
  }

  private static void register(Lastcall lastcall, AutoCloseable part) {
    lastcall.defer(part.toString(), closer(part));
  }

  private static dev.lastcall.api.PlainCleanup closer(AutoCloseable part) {
    return () -> {
      part.close();
      System.err.println(part + " closed");
    };
  }
}
