package com.acme.registry;

import dev.lastcall.runtime.Lastcall;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

public final class Registry {
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  public Registry(Lastcall lastcall, List<AutoCloseable> all) {
    for (AutoCloseable part : all) {
      parts.push(part);
    }
    lastcall.defer("parts", this::closeAll);
  }

  private void closeAll() {
    parts.forEach(part -> {
      try {
        part.close();
      } catch (Exception e) {
        System.err.println(e.getMessage());
      }
    });
  }
}
