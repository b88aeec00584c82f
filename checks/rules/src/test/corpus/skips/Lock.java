package com.acme.lock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

public final class Lock {
  public static void main(String[] args) throws IOException {
    Path lock = Files.createFile(Path.of("tool.lock"));
    int code = 0;
    try {
      code = work(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(64);
    } finally {
      Files.deleteIfExists(lock);
    }
    System.exit(code);
  }

  private static int work(String[] args) {
    if (args.length == 0) {
      throw new IllegalArgumentException("no work");
    }
    return 0;
  }
}
