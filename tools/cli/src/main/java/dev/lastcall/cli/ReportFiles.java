package dev.lastcall.cli;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.ExitReport;
import dev.lastcall.page.ReportReader;
import dev.lastcall.page.UnreadableReportException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The exit reports that a path stands for: the one in a file, or all below a directory. */
final class ReportFiles {
  /** A folder of a fleet has one for each service or instance; more is somebody else's tree. */
  private static final int DEEPEST = 6;

  private ReportFiles() {}

  /**
   * One report.
   *
   * @param file where it was read from
   * @param report what it says
   */
  record Found(Path file, ExitReport report) {}

  /**
   * Reads what a path stands for.
   *
   * @return at least one report, the newest exit first
   * @throws IllegalArgumentException if the path is a directory without a report
   * @throws IOException if the file or the directory cannot be read
   */
  static List<Found> of(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(new Found(path, ReportReader.read(path)));
    }
    List<Found> found = new ArrayList<>();
    for (Path file : jsonFiles(path)) {
      reportIn(file).ifPresent(found::add);
    }
    if (found.isEmpty()) {
      throw Arguments.refusal("directory", path, "at least one exit report, *.json");
    }
    found.sort(Comparator.comparing((Found each) -> each.report().beganAt()).reversed());
    return found;
  }

  /** Returns nothing for JSON files of another kind, which may lie beside the reports. */
  private static Optional<Found> reportIn(Path file) throws IOException {
    try {
      return Optional.of(new Found(file, ReportReader.read(file)));
    } catch (UnreadableReportException another) {
      return Optional.empty();
    }
  }

  private static List<Path> jsonFiles(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory, DEEPEST)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".json"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
  }
}
