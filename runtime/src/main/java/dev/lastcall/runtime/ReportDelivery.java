package dev.lastcall.runtime;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.ExitReport;
import dev.lastcall.api.PlainCleanup;
import dev.lastcall.report.ReportText;
import java.time.Duration;
import java.util.Optional;

/**
 * Brings the report to whoever wants it: recorders, file, termination message, terminal, listeners.
 *
 * <p>Recorders and files first, because they outlive the process; then the two that may block are
 * waited for, but not for long. What fails here is printed, because the report is already whole.
 * Thread-safe.
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
    step("shown", () -> printer.print(text(report)));
    step("told", () -> events.queue(new ExitEvent.ExitEnded(report.workDone(), report)));
    if (!events.awaitDelivery(latest.within(LISTENING))) {
      printer.print("lastcall: a listener did not return in time, and was left behind");
    }
    printer.awaitWritten(latest.within(PRINTING));
  }

  private String text(ExitReport report) {
    return ReportText.render(report, printer.width(), printer.colour());
  }

  /** Tells the recorders and writes the files, and nothing else: waits for nobody. */
  void save(ExitReport report) {
    step("recorded", () -> events.record(new ExitEvent.ExitEnded(report.workDone(), report)));
    file.ifPresent(
        target -> step("written", () -> printer.print("lastcall: report " + target.write(report))));
    message.ifPresent(target -> step("left as termination message", () -> target.write(report)));
  }

  /** Does one step; whatever it throws, even for lack of memory, the others are done. */
  private void step(String done, PlainCleanup step) {
    try {
      step.run();
    } catch (Throwable failure) {
      say("lastcall: report not " + done + ": ", failure);
    }
  }

  private void say(String what, Throwable failure) {
    try {
      printer.print(what + failure);
    } catch (Throwable noMemory) {
      return;
    }
  }
}
