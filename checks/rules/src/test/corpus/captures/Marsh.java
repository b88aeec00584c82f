package com.acme.marsh;

import dev.lastcall.runtime.Lastcall;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

public final class Marsh {
  private final List<AutoCloseable> frogs = new CopyOnWriteArrayList<>();
  private final String name;

  public Marsh(String name, Lastcall lastcall) {
    this.name = name;
    int initial = frogs.size();
    lastcall.defer("marsh " + this.name, this::close);
    lastcall.defer("count", () -> System.err.println(frogs.size() - initial));
    frogs.add(() -> System.err.println("quak"));
  }

  private void close() {
    List<AutoCloseable> now = List.copyOf(frogs);
    now.forEach(frog -> {
      try {
        frog.close();
      } catch (Exception e) {
        System.err.println(name + e.getMessage());
      }
    });
  }
}
