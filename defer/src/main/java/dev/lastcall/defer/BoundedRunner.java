package dev.lastcall.defer;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.AsyncCleanup;
import dev.lastcall.api.Cleanup;
import dev.lastcall.api.CleanupContext;
import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.Outcome;
import dev.lastcall.api.PlainCleanup;
import dev.lastcall.api.StackSample;
import dev.lastcall.api.TraceContext;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Runs one cleanup inside one deadline and comes back from any hang.
 *
 * <p>The cleanup runs on a cleanup thread while the caller waits. At its bound it is interrupted,
 * after the patience (a tenth of the bound, 100 ms at least and 250 ms at most) it is forced where
 * the specification says how, and after another it is left behind with its thread. The bound is
 * that of the specification, but so early before the deadline that one patience still fits, for
 * which at most half of the time is kept. Whatever happens is an {@link Outcome}; nothing is
 * thrown. {@link DeferListeners} are told of it on the caller's thread. Thread-safe.
 */
public final class BoundedRunner {
  private static final long POLL_NANOS = 1_000_000;

  private final CleanupThreads threads;
  private final boolean told;

  private BoundedRunner(CleanupThreads threads, boolean told) {
    this.threads = threads;
    this.told = told;
  }

  /**
   * Returns a runner that uses cleanup threads.
   *
   * @param threads where the cleanups run
   * @return the runner
   * @throws IllegalArgumentException if the threads are null
   */
  public static BoundedRunner on(CleanupThreads threads) {
    return new BoundedRunner(Arguments.given("threads", threads), true);
  }

  /**
   * Returns a runner of which {@link DeferListeners} are not told, for what an exit does itself.
   *
   * @return another runner on the same threads
   */
  public BoundedRunner quiet() {
    return new BoundedRunner(threads, false);
  }

  /**
   * Runs a cleanup without a trace.
   *
   * @param spec its name, bound and force action; its place in the order has no meaning here
   * @param cleanup the action
   * @param deadline the end of it in any case, on the ticker of the threads' watchdog
   * @return how it ended; an interrupt of the caller is kept, but does not shorten the wait
   * @throws IllegalArgumentException if an argument is null or the deadline has another ticker
   */
  public Outcome run(CleanupSpec spec, Cleanup cleanup, Deadline deadline) {
    return run(spec, cleanup, deadline, TraceContext.NoTrace.INSTANCE);
  }

  /**
   * Runs a cleanup under a trace.
   *
   * @param spec its name, bound and force action; its place in the order has no meaning here
   * @param cleanup the action
   * @param deadline the end of it in any case, on the ticker of the threads' watchdog
   * @param trace restored on the cleanup thread while the action runs
   * @return how it ended; an interrupt of the caller is kept, but does not shorten the wait
   * @throws IllegalArgumentException if an argument is null or the deadline has another ticker
   */
  public Outcome run(
      CleanupSpec spec, Cleanup cleanup, Deadline deadline, TraceContext.Captured trace) {
    Call call =
        new Call(
            Arguments.given("spec", spec),
            Arguments.given("cleanup", cleanup),
            checked(deadline),
            Arguments.given("trace", trace));
    Observers observers = told ? DeferListeners.current() : null;
    if (observers == null) {
      return run(call);
    }
    return ObservedAction.run(observers, spec, () -> run(call));
  }

  private Outcome run(Call call) {
    threads.work(call);
    return call.await();
  }

  /**
   * Runs an asynchronous cleanup without a trace; it has ended when its stage has.
   *
   * @param spec its name, bound and force action; its place in the order has no meaning here
   * @param cleanup the action; at its bound the future of its stage is cancelled
   * @param deadline the end of it in any case, on the ticker of the threads' watchdog
   * @return how it ended; an interrupt of the caller is kept, but does not shorten the wait
   * @throws IllegalArgumentException if an argument is null or the deadline has another ticker
   */
  public Outcome runAsync(CleanupSpec spec, AsyncCleanup cleanup, Deadline deadline) {
    return run(spec, AwaitedCleanup.of(cleanup), deadline);
  }

  private Deadline checked(Deadline deadline) {
    if (Arguments.given("deadline", deadline).ticker() != threads.watchdog().ticker()) {
      throw Arguments.refusal("deadline", deadline, "the ticker of the watchdog");
    }
    return deadline;
  }

  /** Work of one piece. */
  private static final class Call implements BoundedWork {
    private final CleanupSpec spec;
    private final Cleanup cleanup;
    private final Deadline deadline;
    private final TraceContext.Captured trace;
    private final Thread caller = Thread.currentThread();
    private final AtomicBoolean taken = new AtomicBoolean();
    private long beganNanos;
    private long dueNanos;
    private volatile @Nullable Outcome outcome;

    Call(CleanupSpec spec, Cleanup cleanup, Deadline deadline, TraceContext.Captured trace) {
      this.spec = spec;
      this.cleanup = cleanup;
      this.deadline = deadline;
      this.trace = trace;
    }

    Outcome await() {
      boolean interrupted = false;
      for (int spins = 0; spins < Works.SPINS && outcome == null; spins++) {
        Thread.onSpinWait();
      }
      Outcome ended = outcome;
      while (ended == null) {
        LockSupport.parkNanos(this, parkNanos());
        interrupted |= Thread.interrupted();
        withdrawIfTooLate();
        ended = outcome;
      }
      restore(interrupted);
      return ended;
    }

    private static void restore(boolean interrupted) {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }

    private long parkNanos() {
      return deadline.ticker() == Deadline.Ticker.system()
          ? Math.max(POLL_NANOS, deadline.remainingNanos())
          : POLL_NANOS;
    }

    private void withdrawIfTooLate() {
      if (deadline.isExpired() && taken.compareAndSet(false, true)) {
        outcome = new Outcome.Skipped("no cleanup thread was free before the deadline");
      }
    }

    @Override
    public Deadline deadline() {
      return deadline;
    }

    @Override
    public int take() {
      return !taken.get() && taken.compareAndSet(false, true) ? 0 : NONE;
    }

    @Override
    public boolean isReady() {
      return !taken.get();
    }

    @Override
    public boolean isFinished() {
      return taken.get();
    }

    @Override
    public String name(int piece) {
      return spec.name();
    }

    @Override
    public long allottedNanos(int piece, long atNanos) {
      long left = Math.max(0, deadline.atNanos() - atNanos);
      long allotted = Math.max(left / 2, left - BoundedWork.patienceNanos(left));
      dueNanos = atNanos + Math.min(Deadline.nanosOf(spec.timeout()), allotted);
      return dueNanos - atNanos;
    }

    @Override
    public void began(int piece, long atNanos) {
      beganNanos = atNanos;
    }

    @Override
    public void run(int piece) throws Exception {
      TraceContext.Restored restored = trace.restore();
      try {
        Deadline due = Deadline.at(dueNanos, deadline.ticker());
        cleanup.run(new CleanupContext(spec.name(), due, trace.traceId()));
      } finally {
        restored.close();
      }
    }

    @Override
    public Optional<PlainCleanup> force(int piece) {
      return spec.force();
    }

    @Override
    public void interrupted(int piece, StackSample sample) {
      // The outcome will say so.
    }

    @Override
    public int completed(int piece, long endedAtNanos) {
      ended(piece, endedAtNanos, Outcomes.completed(endedAtNanos - beganNanos));
      return NONE;
    }

    @Override
    public void ended(int piece, long endedAtNanos, Outcome how) {
      outcome = how;
      LockSupport.unpark(caller);
    }
  }
}
