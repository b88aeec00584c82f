package com.example.text;

import java.io.BufferedWriter;
import java.io.FileWriter;
import java.io.IOException;
import java.io.Writer;

class TextFile {
  void write(String name, Iterable<String> lines) throws IOException {
    try (Writer file = new FileWriter(name);
        BufferedWriter buffered = new BufferedWriter(file)) {
      for (String line : lines) {
        buffered.write(line);
      }
    }
  }

  private Writer current;
  private Writer previous;

  void roll(String name) throws IOException {
    Writer next = new FileWriter(name);
    if (previous != null) {
      previous.close();
    }
    previous = current;
    current = next;
  }

  void stop(boolean keep) throws IOException {
    if (keep) {
      current.flush();
    } else {
      current.close();
    }
  }
}
