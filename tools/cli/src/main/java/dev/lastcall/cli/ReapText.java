package dev.lastcall.cli;

import dev.lastcall.api.Finding;
import dev.lastcall.durable.DurableRun;
import dev.lastcall.durable.DurableSnapshot;
import dev.lastcall.durable.OpenIntent;
import dev.lastcall.journal.JournalOwner;
import java.io.PrintWriter;
import java.util.List;

/** Shows a reaped folder to people. */
final class ReapText {
  private static final int LONGEST = 60;

  private ReapText() {}

  static void print(Reaped reaped, PrintWriter out) {
    out.println(reaped.folder() + ": " + owner(reaped.before()));
    reaped.runs().forEach(run -> out.println("  " + line(run)));
    List<OpenIntent> open =
        reaped.result() == null ? reaped.before().open() : reaped.result().left();
    open.forEach(intent -> out.println("  " + line(intent)));
    for (Finding finding : reaped.findings()) {
      out.println("  " + finding.severity() + " " + finding.message());
      out.println("    " + finding.advice());
    }
    out.println("  " + sum(reaped, open.size()));
  }

  private static String owner(DurableSnapshot snapshot) {
    if (snapshot.liveOwner().isPresent()) {
      return "held by " + text(snapshot.liveOwner().get());
    }
    return snapshot.lastOwner().map(owner -> "left by " + text(owner)).orElse("empty");
  }

  static String text(JournalOwner owner) {
    return "process " + owner.pid() + " on " + owner.host() + ", started " + owner.startedAt();
  }

  private static String line(DurableRun run) {
    return run.outcome().word()
        + "  "
        + run.handler()
        + "  "
        + shown(run.text())
        + "  attempt "
        + run.attempt()
        + "  "
        + run.outcome().elapsed().toMillis()
        + " ms"
        + (run.standing() == DurableRun.Standing.DEAD_LETTERED ? "  dead letter" : "");
  }

  private static String line(OpenIntent intent) {
    String last = intent.lastOutcome().isEmpty() ? "" : ", last " + intent.lastOutcome();
    String cause = intent.lastCause().isEmpty() ? "" : ": " + shown(intent.lastCause());
    return "open  "
        + intent.handler()
        + "  "
        + shown(intent.text())
        + "  since "
        + intent.registeredAt()
        + "  "
        + intent.attempts()
        + " attempts"
        + last
        + cause;
  }

  private static String sum(Reaped reaped, int open) {
    String all =
        reaped.before().deadLetters() == 0 ? "" : " (" + reaped.before().deadLetters() + " before)";
    return reaped.result() == null
        ? open + " open, " + reaped.before().deadLetters() + " dead letters"
        : reaped.result().done()
            + " done, "
            + open
            + " open, "
            + reaped.result().deadLettered()
            + " dead letters"
            + all;
  }

  /** A payload is somebody else's: it must not steer the terminal. */
  private static String shown(String text) {
    String plain =
        text.codePoints()
            .map(unit -> Character.isISOControl(unit) ? ' ' : unit)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
  }
}
