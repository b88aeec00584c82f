package com.acme.undo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

public class Undo {
  public void write(Path path, byte[] bytes) throws IOException {
    try {
      Files.write(path, bytes);
    } catch (IOException failure) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException also) {
        failure.addSuppressed(also);
      }
      throw failure;
    }
  }

  public void replace(Path from, Path to) throws IOException {
    boolean moved = false;
    try {
      Files.move(from, to);
      moved = true;
    } finally {
      if (moved) {
        Files.deleteIfExists(from);
      }
    }
  }
}
