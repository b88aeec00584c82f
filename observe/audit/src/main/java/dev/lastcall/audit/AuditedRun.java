package dev.lastcall.audit;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Outcome;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A run that is on record as begun, until it is said how it ended.
 *
 * <p>Thread-safe. If its process is killed before, the next start puts it on record as {@code
 * unknown-killed}.
 */
public final class AuditedRun {
  private final RunLog log;
  private final String runId;
  private final AuditRun run;
  private final String reason;
  private final Instant start;
  private final AtomicBoolean ended = new AtomicBoolean();

  private AuditedRun(RunLog log, String runId, AuditRun run, String reason, Instant start) {
    this.log = log;
    this.runId = runId;
    this.run = run;
    this.reason = reason;
    this.start = start;
  }

  /** Begins a run; that it could not be kept shows in the log. */
  static AuditedRun begin(RunLog log, AuditRun run, String reason) {
    String runId = log.nextRun();
    Instant start = log.now();
    log.append(LineType.BEGIN, text -> text.began(start, runId, run, reason));
    return new AuditedRun(log, runId, run, reason, start);
  }

  /** A run that was over before it could be said to begin. */
  static boolean over(RunLog log, AuditRun run, String reason, Outcome outcome) {
    Instant start = log.now().minus(outcome.elapsed());
    return new AuditedRun(log, log.nextRun(), run, reason, start).ended(outcome);
  }

  /**
   * Puts on record how it ended. Only the first call counts.
   *
   * @param outcome how
   * @return whether that is kept, so that it outlives the process
   */
  public boolean ended(Outcome outcome) {
    Arguments.given("outcome", outcome);
    return ended.compareAndSet(false, true)
        && log.append(
            LineType.END, text -> text.ended(log.now(), runId, run, reason, start, outcome));
  }

  /**
   * Returns the id that its lines have in common.
   *
   * @return unique over processes
   */
  public String runId() {
    return runId;
  }
}
