package dev.lastcall.durable;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.Outcome;
import dev.lastcall.defer.CleanupThreads;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Runs what nobody holds: intents of earlier processes, and those whose handle failed to clean up.
 * One attempt at a time, of all that is due the newest first. Thread-safe.
 */
final class Replayer implements Runnable {
  /** After an attempt that could not be started. */
  private static final Duration A_MOMENT = Duration.ofMillis(500);

  private static final Outcome NOT_BEGUN = new Outcome.Skipped("no memory to begin it");
  private static final long LONGEST_PARK_NANOS = Duration.ofMinutes(1).toNanos();

  private final Ledger ledger;
  private final Attempts attempts;
  private final Deadline.Ticker ticker;
  private final RunQueue<TrackedIntent> queue;
  private final ReentrantLock turn = new ReentrantLock(true);
  private volatile @Nullable Thread thread;
  private volatile boolean stopped;

  Replayer(Ledger ledger, Attempts attempts, Deadline.Ticker ticker) {
    this.ledger = ledger;
    this.attempts = attempts;
    this.ticker = ticker;
    this.queue = new RunQueue<>(ticker.nanos());
  }

  /** Starts the thread that runs what is due. */
  void start() {
    thread = CleanupThreads.startDaemon("lc:durable", this);
  }

  /** Takes an intent that nobody holds. */
  void add(TrackedIntent tracked) {
    tracked.leaveUnattended();
    if (attempts.isKnown(tracked)) {
      Instant now = ledger.clock().instant();
      Instant due = attempts.policy().due(tracked.intent().key(), tracked.state().progress(), now);
      enqueue(tracked, Duration.between(now, due));
      LockSupport.unpark(thread);
    }
  }

  private void enqueue(TrackedIntent tracked, Duration wait) {
    synchronized (queue) {
      long delay = Math.max(0, wait.toNanos());
      queue.add(tracked, tracked.intent().number(), ticker.nanos() + delay);
    }
  }

  /** Nothing new is begun. */
  void stop() {
    stopped = true;
    LockSupport.unpark(thread);
  }

  /** Waits for what is being run; inside the bound of its handler, or the given time. */
  void awaitTurn(Duration atMost) {
    try {
      if (turn.tryLock(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
        turn.unlock();
      }
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void run() {
    while (!stopped) {
      if (!step(null)) {
        LockSupport.parkNanos(
            this, Math.min(LONGEST_PARK_NANOS, nanosUntilDue().orElse(LONGEST_PARK_NANOS)));
        Thread.interrupted(); // nobody's business; it would keep the thread from sleeping
      }
    }
  }

  /** Runs what is due on the calling thread until nothing is left or the deadline has come. */
  void replay(Deadline deadline) throws InterruptedException {
    while (!stopped && !deadline.isExpired()) {
      if (!step(deadline)) {
        OptionalLong wait = nanosUntilDue();
        if (wait.isEmpty()) {
          return;
        }
        LockSupport.parkNanos(this, Math.min(wait.getAsLong(), deadline.remainingNanos()));
      }
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted while durable cleanups were replayed");
      }
    }
  }

  /** One attempt; false if nothing was due. */
  private boolean step(@Nullable Deadline deadline) {
    turn.lock();
    try {
      TrackedIntent next = stopped ? null : poll();
      if (next != null) {
        run(next, deadline);
      }
      return next != null;
    } finally {
      turn.unlock();
    }
  }

  private void run(TrackedIntent next, @Nullable Deadline deadline) {
    Outcome outcome = attempt(next, deadline);
    if (!next.isOpen()) {
      return;
    }
    if (outcome instanceof Outcome.Skipped) {
      enqueue(next, A_MOMENT);
    } else {
      add(next);
    }
  }

  /** Without memory for it the attempt is made later; it must not be lost with its exception. */
  private Outcome attempt(TrackedIntent next, @Nullable Deadline deadline) {
    try {
      return deadline == null ? attempts.attempt(next) : attempts.attempt(next, deadline);
    } catch (Throwable noMemory) {
      return NOT_BEGUN;
    }
  }

  private @Nullable TrackedIntent poll() {
    synchronized (queue) {
      return queue.poll(ticker.nanos());
    }
  }

  private OptionalLong nanosUntilDue() {
    synchronized (queue) {
      return queue.nanosUntilDue(ticker.nanos());
    }
  }
}
