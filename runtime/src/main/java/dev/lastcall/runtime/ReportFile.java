package dev.lastcall.runtime;

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
      Files.createDirectories(folder);
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

  /** The folder from the builder, else the property or variable, else none. */
  static Optional<ReportFile> of(Optional<Path> explicit, Surroundings surroundings) {
    return explicit
        .or(() -> surroundings.property("lastcall.report-directory").map(Path::of))
        .or(() -> surroundings.variable("LASTCALL_REPORT_DIRECTORY").map(Path::of))
        .map(ReportFile::in);
  }

  Path write(ExitReport report) throws IOException {
    String name = "exit-" + report.process().pid() + "-" + report.beganAt().toEpochMilli();
    return write(name, ReportJson.text(report));
  }

  private Path write(String name, String json) throws IOException {
    Path whole = folder.resolve(name + ".json");
    Path part = folder.resolve(name + ".part");
    Files.write(part, json.getBytes(StandardCharsets.UTF_8));
    return Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
  }
}
