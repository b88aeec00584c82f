package com.acme.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.zip.GZIPInputStream;

public class StackOfStreams implements AutoCloseable {
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  public InputStream unzip(Path path) throws IOException {
    InputStream file = Files.newInputStream(path);
    open.push(file);
    InputStream unzipped = new GZIPInputStream(file);
    open.push(unzipped);
    return unzipped;
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        System.err.println(e.getMessage());
      }
    }
  }
}
