package dev.lastcall.report;

import dev.lastcall.api.ExitReport;
import dev.lastcall.api.ExitReport.CleanupReport;
import dev.lastcall.api.ExitReport.PhaseReport;
import dev.lastcall.api.ExitReport.TargetReport;
import dev.lastcall.api.Finding;
import dev.lastcall.api.Outcome;
import dev.lastcall.api.StackSample;
import java.nio.charset.StandardCharsets;

/**
 * The exit report in the few lines that {@code kubectl describe pod} shows as the message of a
 * terminated container.
 *
 * <p>The most important comes first: the verdict, who was abandoned and where, what failed, what
 * was late or skipped, then the timing. Kubernetes keeps at most {@value #MOST_BYTES} bytes of a
 * container's message (its API reference, "terminationMessagePath"), so no more is made. Stateless
 * and thread-safe.
 */
public final class TerminationMessage {
  /** The longest message, in bytes of UTF-8. */
  public static final int MOST_BYTES = 4_096;

  private static final int LONGEST_LINE = 320;
  private static final String MORE = "…";
  private static final int MORE_BYTES = 3;

  private TerminationMessage() {}

  /**
   * Returns the message of an exit.
   *
   * @param report the exit's report
   * @return lines, most important first; at most {@value #MOST_BYTES} bytes in UTF-8
   */
  public static String of(ExitReport report) {
    Message message = new Message();
    Verdict verdict = Verdict.of(report);
    message.line(
        "lastcall: "
            + verdict.sentence()
            + "; "
            + verdict.timing()
            + ", "
            + report.exitCodeInWords()
            + ", "
            + report.reason().detail());
    cleanups(report, Outcome.Abandoned.class, message);
    cleanups(report, Outcome.Failed.class, message);
    targets(report, message);
    cleanups(report, Outcome.TimedOut.class, message);
    cleanups(report, Outcome.Skipped.class, message);
    findings(report, message);
    timing(report, message);
    return message.text();
  }

  private static void cleanups(ExitReport report, Class<? extends Outcome> kind, Message message) {
    for (CleanupReport cleanup : report.cleanups()) {
      if (kind.isInstance(cleanup.outcome())) {
        message.line(ended(cleanup.name(), cleanup.outcome()));
      }
    }
  }

  private static void targets(ExitReport report, Message message) {
    for (TargetReport target : report.flush().targets()) {
      if (!target.outcome().isCompleted()) {
        message.line("flush " + ended(target.name(), target.outcome()));
      }
    }
  }

  private static String ended(String name, Outcome outcome) {
    String words = outcome.word().replace('-', ' ') + " " + name;
    if (outcome instanceof Outcome.Skipped skipped) {
      return words + ": " + skipped.why();
    }
    String after = words + " after " + DurationText.of(outcome.elapsed());
    if (outcome instanceof Outcome.Abandoned abandoned) {
      return after + where(abandoned.sample());
    }
    if (outcome instanceof Outcome.TimedOut late) {
      return after + where(late.sample());
    }
    if (outcome instanceof Outcome.Failed failed) {
      Thrown thrown = Thrown.of(failed.cause());
      return after + ": " + thrown.headline() + " at " + Waiting.brief(thrown.place());
    }
    return after;
  }

  private static String where(StackSample sample) {
    return " at " + Waiting.brief(sample.place()) + ", " + Waiting.of(sample);
  }

  private static void findings(ExitReport report, Message message) {
    for (Finding finding : report.findings()) {
      if (finding.severity() != Finding.Severity.INFO) {
        message.line(Words.of(finding.severity()) + ": " + finding.message());
      }
    }
  }

  private static void timing(ExitReport report, Message message) {
    StringBuilder phases = new StringBuilder("phases:");
    for (PhaseReport phase : report.phases()) {
      phases.append(phases.charAt(phases.length() - 1) == ':' ? " " : ", ");
      phases.append(Words.of(phase.phase())).append(' ').append(DurationText.of(phase.elapsed()));
    }
    if (!report.phases().isEmpty()) {
      message.line(phases.toString());
    }
    if (!report.criticalPath().isEmpty()) {
      message.line("critical path: " + String.join(" → ", report.criticalPath()));
    }
  }

  /** A text that stops growing before it is too long, in whole characters. */
  private static final class Message {
    private final StringBuilder text = new StringBuilder(1_024);
    private int bytes;
    private boolean full;

    void line(String words) {
      String line = Cells.cut(Cells.printable(words), LONGEST_LINE, MORE) + "\n";
      int length = line.getBytes(StandardCharsets.UTF_8).length;
      if (full || bytes + length > MOST_BYTES - MORE_BYTES) {
        text.append(full ? "" : MORE);
        full = true;
        return;
      }
      text.append(line);
      bytes += length;
    }

    String text() {
      return text.toString();
    }
  }
}
