package com.acme.shoal;

import com.google.common.io.Closer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

public final class Shoal {
  public static int count(List<Path> fish) throws IOException {
    int bytes = 0;
    for (Path path : fish) {
      Closer closer = Closer.create();
      try {
        InputStream in = closer.register(Files.newInputStream(path));
        bytes += in.readAllBytes().length;
      } finally {
        closer.close();
      }
    }
    return bytes;
  }
}
