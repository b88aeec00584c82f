package com.acme.quill;

import java.lang.ref.Cleaner;
import java.util.function.Function;

public class Quill {
  private static final Cleaner CLEANER = Cleaner.create();
  private final StringBuilder ink = new StringBuilder("black");

  public Quill(Function<Quill, String> name) {
    Runnable dry = () -> System.err.println(name.apply(this));
    CLEANER.register(this, dry);
  }

  String ink() {
    return ink.toString();
  }
}
