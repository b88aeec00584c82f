package dev.lastcall.durable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The world outside the process: leases as files, and a log of what was acknowledged and handled.
 * Each line is one write, which outlives a SIGKILL. Thread-safe.
 */
final class Outside {
  private final Path leases;
  private final Path log;

  Outside(Path folder) {
    leases = folder.resolve("leases");
    log = folder.resolve("log");
  }

  void take(String text) throws IOException {
    Files.writeString(lease(text), "");
  }

  void giveBack(String text) throws IOException {
    Files.deleteIfExists(lease(text));
  }

  private Path lease(String text) {
    return leases.resolve(text.replace('/', '_'));
  }

  /** The handler: idempotent, and noted when its effect is there. */
  void release(DurableIntent intent) throws IOException {
    giveBack(intent.text());
    note("handled", intent);
  }

  /** The handler that never can. */
  void fail(DurableIntent intent) throws IOException {
    note("failed", intent);
    throw new IOException("never");
  }

  void note(String what, DurableIntent intent) {
    mark(what + " " + intent.idempotencyKey() + " " + intent.text() + " " + intent.attempt());
  }

  void noteOpen(DurableCleanup cleanup, String text) {
    mark("open " + cleanup.idempotencyKey() + " " + text);
  }

  void noteClosed(DurableCleanup cleanup) {
    mark("closed " + cleanup.idempotencyKey());
  }

  void mark(String line) {
    try {
      Files.write(
          log,
          (line + "\n").getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  List<String> lines() throws IOException {
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
  }

  List<String> taken() throws IOException {
    try (Stream<Path> files = Files.list(leases)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
