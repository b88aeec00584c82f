package dev.lastcall.cli;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.ExitReport;
import dev.lastcall.page.ReportPage;
import dev.lastcall.report.Unfinished;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The page that is written beside what is printed, if one is asked for.
 *
 * @param file where to, null if there is to be none
 */
record HtmlFile(@Nullable Path file) {
  /** What is in the page. */
  @FunctionalInterface
  interface Content {
    void to(Appendable out) throws IOException;
  }

  void write(ExitReport report, Unfinished unfinished) throws IOException {
    write(out -> ReportPage.write(report, unfinished, out));
  }

  void write(Content content) throws IOException {
    if (file == null) {
      return;
    }
    try (Writer page = Files.newBufferedWriter(file)) {
      content.to(page);
    } catch (FileSystemException refused) {
      IllegalArgumentException refusal =
          Arguments.refusal("html", file, "a file that can be written");
      refusal.initCause(refused);
      throw refusal;
    }
  }

  /** Says where it is, where people read it. */
  void mention(ReportFormat format, PrintWriter out) {
    if (file != null && format == ReportFormat.TEXT) {
      out.println();
      out.println("page: " + file.toAbsolutePath().toUri());
    }
  }

  boolean isWanted() {
    return file != null;
  }
}
