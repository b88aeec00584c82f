package dev.lastcall.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The process that wrote a segment.
 *
 * @param pid its process id, in its own pid namespace
 * @param startedAt when it started
 * @param host its host's or pod's name
 */
public record JournalOwner(long pid, Instant startedAt, String host) {
  static JournalOwner ofThisProcess() {
    ProcessHandle self = ProcessHandle.current();
    return new JournalOwner(
        self.pid(), self.info().startInstant().orElse(Instant.now()), hostName());
  }

  /** Without asking a name server, which may take seconds. */
  private static String hostName() {
    String variable = System.getenv("HOSTNAME");
    if (variable != null && !variable.isBlank()) {
      return variable;
    }
    try {
      return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    } catch (IOException | RuntimeException unknown) {
      return "";
    }
  }
}
