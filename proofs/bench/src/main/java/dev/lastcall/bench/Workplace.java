package dev.lastcall.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder for the files of one benchmark. */
final class Workplace implements AutoCloseable {
  private final Path folder;

  Workplace() {
    try {
      folder = Files.createTempDirectory("bench-logging");
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
