package dev.lastcall.orders;

import dev.lastcall.api.ExitReport;
import dev.lastcall.api.ExitReport.CleanupReport;
import dev.lastcall.page.ReportPage;
import dev.lastcall.page.ReportReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The exit report that an ended service left, and the page made of it. Immutable.
 *
 * @param json the report's file
 * @param page the HTML page beside it
 * @param report the report
 */
public record ServiceReport(Path json, Path page, ExitReport report) {
  /**
   * Reads the report and writes its page; empty if the service left none, as one without Lastcall
   * or one that was killed does.
   */
  static Optional<ServiceReport> find(Path directory) throws IOException {
    Path folder = directory.resolve(OrdersWithLastcall.REPORTS);
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (DirectoryStream<Path> reports = Files.newDirectoryStream(folder, "exit-*.json")) {
      for (Path json : reports) {
        return Optional.of(read(json));
      }
    }
    return Optional.empty();
  }

  private static ServiceReport read(Path json) throws IOException {
    ExitReport report = ReportReader.read(json);
    String name = json.getFileName().toString();
    Path page = json.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".html");
    try (Writer out = Files.newBufferedWriter(page)) {
      ReportPage.write(report, out);
    }
    return new ServiceReport(json, page, report);
  }

  /** {@return how each cleanup ended, by name, in the order of the report} */
  public Map<String, String> outcomes() {
    Map<String, String> outcomes = new LinkedHashMap<>();
    for (CleanupReport cleanup : report.cleanups()) {
      outcomes.put(cleanup.name(), cleanup.outcome().word());
    }
    return outcomes;
  }
}
