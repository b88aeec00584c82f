package com.example.audit;

import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;

class AuditTrail {
  private final OutputStream file;
  private final BufferedWriter lines;

  AuditTrail(String name) throws IOException {
    file = new FileOutputStream(name, true);
    lines = new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8));
  }

  void record(String line) throws IOException {
    lines.write(line);
    lines.newLine();
  }

  void finish() {
    try {
      file.close();
    } catch (IOException e) {
      System.err.println(e.getMessage());
    }
    try {
      lines.close();
    } catch (IOException e) {
      System.err.println(e.getMessage());
    }
  }
}
