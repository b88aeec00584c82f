package dev.lastcall.defer;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.lastcall.api.PlainCleanup;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LZ_Result;

/**
 * A piece of work comes back while the watchdog interrupts it and gives it up: every report of its
 * end that was made, and whether its thread knows that it was replaced.
 */
@JCStressTest
@Outcome(id = "completed, false", expect = ACCEPTABLE, desc = "In time.")
@Outcome(id = "timed-out, false", expect = ACCEPTABLE, desc = "Back after the interrupt.")
@Outcome(id = "replaced abandoned, true", expect = ACCEPTABLE, desc = "Given up and replaced.")
@Outcome(expect = FORBIDDEN, desc = "Not exactly one report, or the thread is lost or doubled.")
@State
public class PieceStress implements PieceWatch.Backup {
  private static final long LATER_NANOS = 1_000_000_000;

  private final Watchdog watchdog = Watchdog.manual(() -> 0);
  private final OnePiece work = new OnePiece();
  private final RunningPiece running = new RunningPiece();
  private volatile @Nullable PieceWatch watch;

  /** The cleanup thread. */
  @Actor
  public void thread(LZ_Result result) {
    Thread thread = Thread.currentThread();
    ThreadName name = new ThreadName(thread.getName());
    PieceRun run = new PieceRun(running, thread, watchdog, name);
    watch = new PieceWatch(running, thread, watchdog, name, this);
    run.run(work, 0, 0);
    result.r2 = run.isLost();
    while (run.isLost() && !run.isSettled()) {
      Thread.onSpinWait();
    }
    Thread.interrupted();
  }

  /** The watchdog, eyes and hands, as long as it takes to give a piece up. */
  @Actor
  public void watchdog() {
    PieceWatch watched = watch;
    for (int i = 0; i < OnePiece.LOOKS && watched == null; i++) {
      Thread.onSpinWait();
      watched = watch;
    }
    for (long round = 1; watched != null && round <= 4; round++) {
      watched.look(round * LATER_NANOS);
      watched.step(Thread::interrupt, StackSampler::of);
    }
  }

  @Override
  public void replace() {
    work.report("replaced");
  }

  @Override
  public void topUp() {}

  @Override
  public void run(String name, PlainCleanup action) {}

  /** What was reported. */
  @Arbiter
  public void count(LZ_Result result) {
    result.r1 = work.reports();
  }
}
