package dev.lastcall.audit;

import dev.lastcall.api.Cleanup;
import dev.lastcall.api.CleanupContext;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.Outcome;
import dev.lastcall.api.PlainCleanup;
import dev.lastcall.api.StackSample;
import java.time.Duration;
import java.util.List;

/** Cleanups whose runs are put on record wherever they run. Stateless. */
final class AuditedCleanups {
  private AuditedCleanups() {}

  static PlainCleanup plain(RunLog log, AuditRun run, PlainCleanup cleanup) {
    return () -> recorded(log, run, cleanup, () -> false);
  }

  static Cleanup told(RunLog log, AuditRun run, Cleanup cleanup) {
    return context ->
        recorded(
            log, traced(run, context), () -> cleanup.run(context), context.deadline()::isExpired);
  }

  private static AuditRun traced(AuditRun run, CleanupContext context) {
    return run.traceId().isEmpty()
        ? new AuditRun(run.identity(), run.cleanup(), run.attempt(), context.traceId())
        : run;
  }

  /** Whether a bound was kept is known where there is one. */
  @FunctionalInterface
  private interface Late {
    boolean isLate();
  }

  private static void recorded(RunLog log, AuditRun run, PlainCleanup cleanup, Late late)
      throws Exception {
    long began = Deadline.Ticker.system().nanos();
    AuditedRun begun = AuditedRun.begin(log, run, "");
    try {
      cleanup.run();
      begun.ended(outcome(since(began), late));
    } catch (Throwable failure) {
      begun.ended(new Outcome.Failed(since(began), failure));
      throw failure;
    }
  }

  private static Outcome outcome(Duration elapsed, Late late) {
    if (!late.isLate()) {
      return new Outcome.Completed(elapsed);
    }
    Thread thread = Thread.currentThread();
    StackSample back = new StackSample(thread.getName(), Thread.State.RUNNABLE, List.of(), "", "");
    return new Outcome.TimedOut(elapsed, elapsed, back);
  }

  private static Duration since(long began) {
    return Duration.ofNanos(Deadline.Ticker.system().nanos() - began);
  }
}
