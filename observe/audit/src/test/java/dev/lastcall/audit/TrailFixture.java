package dev.lastcall.audit;

import dev.lastcall.api.AuditIdentity;
import dev.lastcall.api.Finding;
import dev.lastcall.api.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A small trail that is written without a journal, at times that a test sets. */
final class TrailFixture implements AutoCloseable {
  static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00.123456Z");

  final Path folder;
  final Path anchor;
  final List<Finding> findings = new ArrayList<>();
  final RunText text = new RunText(new Origin("orders", "deploy-bot", "pod-1", 7, "f00d"));
  @Nullable AuditKeys keys = keys("first");
  Instant now = BEGIN;
  int rotateBytes = 1 << 20;
  int sealLines = 4;
  Duration retention = Duration.ofDays(180);
  long record;
  private @Nullable TrailWriter writer;

  TrailFixture(Path root) {
    folder = root.resolve("trail");
    anchor = root.resolve("anchor.jsonl");
  }

  /** {@return keys with these ids, the same for the same id} */
  static AuditKeys keys(String... ids) {
    List<String> entries = new ArrayList<>();
    for (String id : ids) {
      byte[] secret = new byte[AuditKeys.LEAST_BYTES];
      byte[] name = id.getBytes(StandardCharsets.UTF_8);
      System.arraycopy(name, 0, secret, 0, name.length);
      entries.add(id + ':' + Base64.getEncoder().encodeToString(secret));
    }
    try {
      Path file = Files.createTempFile("audit", ".key");
      try {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.write(file, entries);
        return AuditKeys.fromFile(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  TrailWriter writer() throws IOException {
    TrailWriter open = writer;
    if (open == null) {
      open =
          TrailWriter.open(
              new TrailSettings(
                  folder,
                  keys,
                  rotateBytes,
                  sealLines,
                  retention,
                  false,
                  anchor,
                  () -> now,
                  findings::add));
      writer = open;
    }
    return open;
  }

  TrailFixture opened() throws IOException {
    writer().append(++record, LineType.OPENED, text.opened(now));
    return this;
  }

  TrailFixture begin(String auditId, String runId) throws IOException {
    writer().append(++record, LineType.BEGIN, text.began(now, runId, run(auditId), "SIGTERM"));
    return this;
  }

  TrailFixture end(String auditId, String runId) throws IOException {
    Outcome outcome = new Outcome.Completed(Duration.ofMillis(3));
    byte[] members = text.ended(now, runId, run(auditId), "SIGTERM", now, outcome);
    writer().append(++record, LineType.END, members);
    return this;
  }

  TrailFixture run(String auditId, int times) throws IOException {
    for (int i = 0; i < times; i++) {
      String runId = text.nextRun();
      begin(auditId, runId).end(auditId, runId);
    }
    return this;
  }

  TrailFixture closed() throws IOException {
    writer().append(++record, LineType.CLOSED, text.closed(now));
    close();
    return this;
  }

  static AuditRun run(String auditId) {
    return AuditRun.of(new AuditIdentity(auditId, "close-db-connection"), "db");
  }

  /** Leaves the files as a killed process does. */
  @Override
  public void close() throws IOException {
    TrailWriter open = writer;
    writer = null;
    if (open != null) {
      open.close();
    }
  }

  List<Path> files() throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().toList();
    }
  }

  List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path file : files()) {
      lines.addAll(Files.readAllLines(file));
    }
    return lines;
  }

  AuditVerdict verdict() throws IOException {
    AuditVerification verification = AuditVerification.ofFolder(folder).anchor(anchor);
    AuditKeys given = keys;
    return (given == null ? verification : verification.keys(given)).run();
  }
}
