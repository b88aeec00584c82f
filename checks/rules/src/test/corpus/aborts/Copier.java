package com.acme.copier;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

public final class Copier {
  public static void copy(Path from, Path to) throws IOException {
    InputStream in = Files.newInputStream(from);
    OutputStream out = Files.newOutputStream(to);
    try {
      in.transferTo(out);
    } finally {
      out.close();
      in.close();
    }
  }
}
