package com.acme.reporter;

import jakarta.annotation.PreDestroy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

public class Reporter {
  private final StringBuffer report = new StringBuffer();

  @PreDestroy
  void stop() {
    CompletableFuture.runAsync(this::write).thenRun(() -> System.err.println("written"));
  }

  private void write() {
    try {
      Files.writeString(Path.of("report.txt"), report);
    } catch (java.io.IOException e) {
      System.err.println(e.getMessage());
    }
  }
}
