package com.acme.scribe;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

public class Scribe {
  public void write(Path path, Iterable<String> lines) throws IOException {
    BufferedWriter writer = null;
    for (String line : lines) {
      if (writer == null) {
        writer = Files.newBufferedWriter(path);
      }
      writer.write(line);
    }
    if (writer != null) {
      writer.close();
    }
  }

  public boolean touch(Path path) {
    BufferedWriter writer;
    try {
      writer = Files.newBufferedWriter(path);
    } catch (IOException e) {
      return false;
    }
    try {
      writer.close();
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
