package com.acme.scope;

import dev.lastcall.defer.DeferScope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

public final class ScopePerFile {
  public static long total(List<Path> paths) throws Exception {
    long total = 0;
    for (Path path : paths) {
      total += one(path);
    }
    return total;
  }

  private static long one(Path path) throws Exception {
    try (DeferScope scope = DeferScope.open()) {
      var in = scope.closing(Files.newInputStream(path));
      scope.defer("log", () -> System.err.println(path + " closed"));
      return in.readAllBytes().length;
    }
  }
}
