package dev.lastcall.runtime;

import dev.lastcall.api.Arguments;
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
  private static final String VARIABLE = "LASTCALL_TERMINATION_MESSAGE";
  static final String DEFAULT = "/dev/termination-log";

  private final Path file;

  private TerminationMessageFile(Path file) {
    this.file = file;
  }

  /**
   * The file from the builder, else the variable, else the default if it is there.
   *
   * @throws IllegalArgumentException if it was asked for and cannot be written
   */
  static Optional<TerminationMessageFile> of(Optional<Path> explicit, Surroundings surroundings) {
    return explicit
        .or(
            () ->
                surroundings.variable(VARIABLE).map(value -> Surroundings.pathOf(VARIABLE, value)))
        .map(TerminationMessageFile::checked)
        .or(() -> Optional.of(surroundings.path(DEFAULT)).filter(Files::isWritable))
        .map(TerminationMessageFile::new);
  }

  private static Path checked(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    boolean fits =
        Files.exists(file)
            ? Files.isWritable(file) && !Files.isDirectory(file)
            : folder != null && Files.isDirectory(folder) && Files.isWritable(folder);
    if (!fits) {
      throw Arguments.refusal("terminationMessage", file, "a file that can be written");
    }
    return file;
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
