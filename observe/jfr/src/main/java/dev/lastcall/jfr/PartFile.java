package dev.lastcall.jfr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What is written beside its place and moved there when it is whole; what is left of it goes.
 *
 * @param path where
 */
record PartFile(Path path) implements AutoCloseable {
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
