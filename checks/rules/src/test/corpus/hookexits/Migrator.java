package com.acme.migrate;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

@Component
public class Migrator {
  private enum Outcome { OK, PARTIAL, FAILED }

  private final Path marker = Path.of("migrated");

  @PreDestroy
  public void finish() {
    Outcome outcome = mark();
    switch (outcome) {
      case OK -> System.out.println("done");
      case PARTIAL -> System.out.println("partial");
      case FAILED -> die(outcome.ordinal());
    }
  }

  private Outcome mark() {
    try {
      Files.writeString(marker, "yes");
      return Outcome.OK;
    } catch (IOException e) {
      return Outcome.FAILED;
    } catch (UncheckedIOException e) {
      return Outcome.PARTIAL;
    }
  }

  private static void die(int code) {
    Runtime.getRuntime().exit(code);
  }
}
