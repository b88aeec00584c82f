package dev.lastcall.flush;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.ExitReport.TargetReport;
import dev.lastcall.api.Finding;
import dev.lastcall.api.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * The rehearsal at start-up: every target three times through the very code that will run at the
 * end, once cold and twice warm, then a drill in which targets of our own fail and hang.
 *
 * <p>Measured: cold file and network code in the last moments took 50 to 3800 ms, after three
 * rehearsals 1 to 16 ms. Used by one thread, once.
 */
final class Rehearsal {
  private static final int ROUNDS = 3;
  private static final Duration DRILL = Duration.ofMillis(20);
  private static final long DRILL_STEP_NANOS = 1_000_000;

  /** Half of the usual flush reserve of 100 ms: no single target should need more. */
  static final Duration SLOW = Duration.ofMillis(50);

  /** Runs a prepared run to its end on the gasp threads; false if the exit took them. */
  interface Stage {
    boolean perform(FlushRun run);
  }

  private final Stage stage;
  private final List<Finding> findings = new ArrayList<>();
  private int stuck;

  Rehearsal(Stage stage) {
    this.stage = stage;
  }

  /** How many targets did not give their thread back. */
  int stuck() {
    return stuck;
  }

  List<Finding> rehearse(GaspTarget[] targets, Deadline end) {
    List<GaspTarget> good = new ArrayList<>(Arrays.asList(targets));
    for (int left = ROUNDS; left > 0 && !good.isEmpty(); left--) {
      Deadline roundEnd = end.within(end.remaining().dividedBy(left));
      if (!round(good, left == ROUNDS, roundEnd)) {
        return findings;
      }
    }
    good.stream().filter(target -> target.rehearsed().compareTo(SLOW) > 0).forEach(this::slow);
    drill(end.within(DRILL));
    return findings;
  }

  /**
   * Rehearses once; drops from the list what must not be tried again. A target that came back late
   * while it was cold is no such: on a busy machine its classes alone can take seconds to load, and
   * the end finds it warm.
   */
  private boolean round(List<GaspTarget> good, boolean cold, Deadline end) {
    FlushRun run =
        new FlushRun(
            good.toArray(new GaspTarget[0]),
            (target, deadline) -> target.target().rehearse(deadline),
            end);
    if (!stage.perform(run)) {
      return false;
    }
    List<TargetReport> reports = run.reports();
    for (int i = reports.size() - 1; i >= 0; i--) {
      Outcome outcome = reports.get(i).outcome();
      if (outcome.isCompleted() || (cold && outcome instanceof Outcome.TimedOut)) {
        good.get(i).rehearsed(outcome.elapsed());
      } else {
        failed(good.remove(i).name(), outcome);
      }
    }
    return true;
  }

  private void failed(String name, Outcome outcome) {
    if (outcome instanceof Outcome.Abandoned) {
      stuck++;
    }
    findings.add(
        new Finding(
            "flush-target-failed",
            Finding.Severity.ERROR,
            "flush target " + name + " failed in rehearsal: " + why(outcome),
            "its last bytes will be lost; mend the target, or override rehearse() if its flush"
                + " cannot be repeated"));
  }

  private static String why(Outcome outcome) {
    if (outcome instanceof Outcome.Failed failed) {
      return failed.cause().toString();
    }
    if (outcome instanceof Outcome.Abandoned abandoned) {
      return "it did not return within "
          + abandoned.elapsed().toMillis()
          + " ms, at "
          + abandoned.sample().place();
    }
    return outcome instanceof Outcome.TimedOut late
        ? "it took " + late.elapsed().toMillis() + " ms, at " + late.sample().place()
        : "no time was left to try it";
  }

  private void slow(GaspTarget target) {
    findings.add(
        new Finding(
            "flush-target-slow",
            Finding.Severity.WARNING,
            "flush target "
                + target.name()
                + " took "
                + target.rehearsed().toMillis()
                + " ms when warm (expected: at most "
                + SLOW.toMillis()
                + " ms)",
            "buffer less, or give the flush a larger reserve"));
  }

  /**
   * Walks the paths that good targets do not take, so that their classes are loaded too: one target
   * throws, one hangs until the next has run, one outlasts the end.
   */
  private void drill(Deadline end) {
    AtomicBoolean released = new AtomicBoolean();
    AtomicBoolean reported = new AtomicBoolean();
    GaspTarget[] targets = {
      new GaspTarget("drill-throws", Rehearsal::fail),
      new GaspTarget("drill-hangs", deadline -> hang(released)),
      new GaspTarget("drill-releases", deadline -> released.set(true)),
      new GaspTarget("drill-outlasts", deadline -> hang(reported))
    };
    FlushRun run = new FlushRun(targets, (target, last) -> target.target().flush(last), end);
    stage.perform(run);
    run.reports();
    released.set(true);
    reported.set(true);
  }

  private static void fail(Deadline deadline) {
    throw new IllegalStateException("drill, " + deadline.remaining() + " left");
  }

  private static void hang(AtomicBoolean until) {
    while (!until.get()) {
      LockSupport.parkNanos(until, DRILL_STEP_NANOS);
    }
  }
}
