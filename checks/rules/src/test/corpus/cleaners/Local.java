package com.acme.local;

import java.lang.ref.Cleaner;
import java.nio.file.Files;
import java.nio.file.Path;

public class Local {
  private static final Cleaner CLEANER = Cleaner.create();
  private final Path path;

  public Local(Path path) {
    this.path = path;
    CLEANER.register(this, remover(path));
  }

  private static Runnable remover(Path path) {
    return () -> {
      try {
        Files.deleteIfExists(path);
      } catch (java.io.IOException e) {
        System.err.println(e.getMessage());
      }
    };
  }

  public Path path() {
    return path;
  }
}
