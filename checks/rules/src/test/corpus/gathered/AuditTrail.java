package com.acme.audit;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

public class AuditTrail {
  private final List<String> lines = new ArrayList<>();

  public synchronized void add(String line) {
    lines.add(line);
  }

  @PreDestroy
  void save() {
    Thread.ofVirtual().name("audit-save").start(this::write);
  }

  private synchronized void write() {
    try {
      Files.write(Path.of("audit.log"), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
