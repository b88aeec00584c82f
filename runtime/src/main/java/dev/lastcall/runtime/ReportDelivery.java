package dev.lastcall.runtime;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.ExitReport;
import dev.lastcall.report.ReportText;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Brings the report to whoever wants it: file, termination message, terminal, listeners.
 *
 * <p>Files first, because they outlive the process; then the two that may block are waited for, but
 * not for long. What fails here is printed, because the report is already whole. Thread-safe.
 *
 * @param file where the report is written as JSON
 * @param message where Kubernetes looks for the last words
 * @param printer the terminal
 * @param events the listeners
 */
record ReportDelivery(
    Optional<ReportFile> file,
    Optional<TerminationMessageFile> message,
    ReportPrinter printer,
    EventQueue events) {
  private static final Duration PRINTING = Duration.ofMillis(250);
  private static final Duration LISTENING = Duration.ofSeconds(1);

  void deliver(ExitReport report, Deadline latest) {
    save(report);
    printer.print(ReportText.render(report, printer.width(), printer.colour()));
    events.offer(new ExitEvent.ExitEnded(report.workDone(), report));
    printer.awaitWritten(latest.within(PRINTING));
    events.awaitDelivery(latest.within(LISTENING));
  }

  /** Writes the files and nothing else: waits for nobody. */
  void save(ExitReport report) {
    file.ifPresent(target -> write(target, report));
    message.ifPresent(target -> write(target, report));
  }

  private void write(ReportFile target, ExitReport report) {
    try {
      printer.print("lastcall: report " + target.write(report));
    } catch (IOException | RuntimeException failure) {
      printer.print("lastcall: report not written: " + failure);
    }
  }

  private void write(TerminationMessageFile target, ExitReport report) {
    try {
      target.write(report);
    } catch (IOException | RuntimeException failure) {
      printer.print("lastcall: termination message not written: " + failure);
    }
  }
}
