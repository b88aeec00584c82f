package dev.lastcall.durable;

import dev.lastcall.api.AuditIdentity;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The file of what nobody tries any more: one line of JSON each, with all that a person needs to do
 * it by hand. Only ever appended to, forced to the disk, 0600. Thread-safe.
 */
final class DeadLetters {
  static final String FILE = "dead-letters.jsonl";

  private final Path file;

  DeadLetters(Path folder) {
    this.file = folder.resolve(FILE);
  }

  Path file() {
    return file;
  }

  /**
   * Appends an intent, unless it is there already because an earlier process died between the line
   * and the tombstone.
   */
  synchronized void addOnce(IntentState state, Optional<AuditIdentity> audit, Instant at)
      throws IOException {
    if (!Files.exists(file) || !holds(state.intent().key())) {
      add(state, audit, at);
    }
  }

  /** Appends an intent. */
  synchronized void add(IntentState state, Optional<AuditIdentity> audit, Instant at)
      throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
            attributes())) {
      String line = line(state, audit, at);
      append(channel, endsWithALine(channel) ? line : "\n" + line);
      channel.force(true);
    }
  }

  /** How many there are. */
  long count() throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      return lines.filter(line -> line.endsWith("}")).count();
    }
  }

  private boolean holds(String key) throws IOException {
    String member = new JsonLine().text("idempotencyKey", key).line();
    String sought = member.substring(1, member.length() - 2);
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      return lines.anyMatch(line -> line.contains(sought) && line.endsWith("}"));
    }
  }

  /** A process killed in the middle of a line leaves half of one; the next begins a new one. */
  private static boolean endsWithALine(FileChannel channel) throws IOException {
    long size = channel.size();
    ByteBuffer last = ByteBuffer.allocate(1);
    return size == 0 || (channel.read(last, size - 1) == 1 && last.get(0) == '\n');
  }

  private static void append(FileChannel channel, String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    long at = channel.size();
    while (bytes.hasRemaining()) {
      at += channel.write(bytes, at);
    }
  }

  private FileAttribute<?>[] attributes() {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static String line(IntentState state, Optional<AuditIdentity> audit, Instant at) {
    Intent intent = state.intent();
    JsonLine line =
        new JsonLine()
            .text("at", at.toString())
            .text("handler", intent.handler())
            .text("idempotencyKey", intent.key())
            .text("payload", intent.payload().text())
            .text("payloadBase64", Base64.getEncoder().encodeToString(intent.payload().bytes()))
            .text("registeredAt", intent.registeredAt().toString())
            .text("traceId", intent.traceId())
            .number("attempts", state.progress().attempts())
            .text("lastAttemptAt", state.progress().lastAt().toString())
            .text("lastOutcome", state.progress().lastOutcome())
            .text("lastCause", state.progress().lastCause());
    audit.ifPresent(
        identity ->
            line.text("auditId", identity.auditId()).text("auditAction", identity.auditAction()));
    return line.line();
  }
}
