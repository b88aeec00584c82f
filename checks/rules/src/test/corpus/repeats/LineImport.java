package com.acme.lines;

import dev.lastcall.defer.DeferScope;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

public final class LineImport {
  public static long run(Path list) throws Exception {
    long bytes = 0;
    try (DeferScope scope = DeferScope.open(); BufferedReader names = Files.newBufferedReader(list)) {
      for (String name = names.readLine(); name != null; name = names.readLine()) {
        bytes += size(scope, Path.of(name));
      }
    }
    return bytes;
  }

  private static long size(DeferScope scope, Path path) throws IOException {
    var in = scope.closing(Files.newInputStream(path));
    return in.readAllBytes().length;
  }
}
