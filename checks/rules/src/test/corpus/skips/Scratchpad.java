package com.acme.scratch;

import dev.lastcall.defer.DeferScope;
import java.nio.file.Files;
import java.nio.file.Path;

public final class Scratchpad {
  public static void main(String[] args) throws Exception {
    int code;
    try (DeferScope scope = DeferScope.open()) {
      Path work = Files.createTempDirectory("work");
      scope.defer("work.delete", () -> Files.deleteIfExists(work));
      code = args.length == 0 ? usage() : 0;
    }
    System.exit(code);
  }

  private static int usage() {
    System.err.println("usage: scratchpad FILE");
    System.exit(2);
    return 2;
  }
}
