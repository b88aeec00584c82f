package dev.lastcall.runtime;

import dev.lastcall.api.ExitReport;
import dev.lastcall.report.TerminationMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The file from which Kubernetes takes the last words of a container, at most {@value #MAX_BYTES}
 * bytes.
 *
 * <p>The kubelet mounts it, so it is written in place, never replaced. Immutable.
 */
final class TerminationMessageFile {
  static final int MAX_BYTES = 4096;
  static final String DEFAULT = "/dev/termination-log";

  private final Path file;

  private TerminationMessageFile(Path file) {
    this.file = file;
  }

  /** The file from the builder, else the variable, else the default if it is there. */
  static Optional<TerminationMessageFile> of(Optional<Path> explicit, Surroundings surroundings) {
    return explicit
        .or(() -> surroundings.variable("LASTCALL_TERMINATION_MESSAGE").map(Path::of))
        .or(() -> Optional.of(surroundings.path(DEFAULT)).filter(Files::isWritable))
        .map(TerminationMessageFile::new);
  }

  void write(ExitReport report) throws IOException {
    Files.write(
        file,
        TerminationMessage.of(report).getBytes(StandardCharsets.UTF_8),
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE,
        StandardOpenOption.TRUNCATE_EXISTING);
  }
}
