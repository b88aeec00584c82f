package com.example.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class ExportJob {
  private final Path target;
  private int written;

  ExportJob(Path target) {
    this.target = target;
  }

  void run(List<String> rows) throws IOException {
    BufferedWriter writer = Files.newBufferedWriter(target);
    try {
      for (String row : rows) {
        writer.write(row);
        written++;
      }
    } finally {
      try {
        writer.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  int verify(List<String> rows) {
    try {
      return Files.readAllLines(target).size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (written != rows.size()) {
        throw new IllegalStateException("written: " + written);
      }
    }
  }
}
