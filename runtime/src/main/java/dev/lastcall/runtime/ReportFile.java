package dev.lastcall.runtime;

import static dev.lastcall.runtime.Surroundings.pathOf;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.ExitReport;
import dev.lastcall.report.ReportJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The folder into which the report of each exit is written as JSON.
 *
 * <p>A report appears under its name, {@code exit-PID-EPOCHMILLIS.json}, only when it is whole.
 * Immutable.
 */
final class ReportFile {
  private static final String PROPERTY = "lastcall.report-directory";
  private static final String VARIABLE = "LASTCALL_REPORT_DIRECTORY";

  private final Path folder;

  private ReportFile(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes the folder where it does not exist and proves that it can be written to.
   *
   * @throws IllegalArgumentException if it cannot
   */
  static ReportFile in(Path folder) {
    try {
      make(folder);
      ReportFile file = new ReportFile(folder);
      Files.delete(file.write("probe-" + ProcessHandle.current().pid(), "{}"));
      return file;
    } catch (IOException | SecurityException failure) {
      IllegalArgumentException refusal =
          Arguments.refusal("reportDirectory", folder, "a folder that can be written to");
      refusal.initCause(failure);
      throw refusal;
    }
  }

  /** A link to a folder is one; before JDK 19 {@code createDirectories} refused it. */
  private static void make(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
  }

  /** The folder from the builder, else the property or variable, else none. */
  static Optional<ReportFile> of(Optional<Path> explicit, Surroundings surroundings) {
    return explicit
        .or(() -> surroundings.property(PROPERTY).map(value -> pathOf(PROPERTY, value)))
        .or(() -> surroundings.variable(VARIABLE).map(value -> pathOf(VARIABLE, value)))
        .map(ReportFile::in);
  }

  /** Writes the report; a folder that has vanished since the start is made again. */
  Path write(ExitReport report) throws IOException {
    String name = "exit-" + report.process().pid() + "-" + report.beganAt().toEpochMilli();
    make(folder);
    return write(name, ReportJson.text(report));
  }

  private Path write(String name, String json) throws IOException {
    Path whole = folder.resolve(name + ".json");
    Path part = folder.resolve(name + ".part");
    Files.write(part, json.getBytes(StandardCharsets.UTF_8));
    return Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
  }
}
