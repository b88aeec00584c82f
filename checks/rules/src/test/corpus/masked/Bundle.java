package com.acme.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

public final class Bundle {
  public static void write(Path target, Path source) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target));
    try {
      zip.putNextEntry(new ZipEntry(source.toString()));
      Files.copy(source, zip);
      zip.closeEntry();
    } finally {
      zip.close();
    }
  }

  public static void replace(Path target, byte[] bytes) throws IOException {
    Path part = target.resolveSibling("part");
    try {
      Files.write(part, bytes);
      Files.move(part, target);
    } finally {
      Files.delete(part);
    }
  }
}
