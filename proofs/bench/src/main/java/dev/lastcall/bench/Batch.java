package dev.lastcall.bench;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.Outcome;
import dev.lastcall.api.PlainCleanup;
import dev.lastcall.api.StackSample;
import dev.lastcall.defer.BoundedWork;
import dev.lastcall.defer.CleanupThreads;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** The same cleanup several times over, each time inside its own bound; used once. */
final class Batch implements BoundedWork {
  private final PlainCleanup cleanup;
  private final int pieces;
  private final long boundNanos;
  private final Deadline deadline;
  private final Thread caller = Thread.currentThread();
  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicInteger left;

  Batch(PlainCleanup cleanup, int pieces, long boundNanos, Deadline deadline) {
    this.cleanup = cleanup;
    this.pieces = pieces;
    this.boundNanos = boundNanos;
    this.deadline = deadline;
    this.left = new AtomicInteger(pieces);
  }

  /** Hands it over to the threads and waits for its end. */
  void run(CleanupThreads threads) {
    threads.work(this);
    while (left.get() > 0) {
      LockSupport.park(this);
    }
  }

  @Override
  public Deadline deadline() {
    return deadline;
  }

  @Override
  public int take() {
    int piece = taken.getAndIncrement();
    return piece < pieces ? piece : NONE;
  }

  @Override
  public boolean isReady() {
    return !isFinished();
  }

  @Override
  public boolean isFinished() {
    return taken.get() >= pieces;
  }

  @Override
  public String name(int piece) {
    return "batch";
  }

  @Override
  public long allottedNanos(int piece, long atNanos) {
    return boundNanos;
  }

  @Override
  public void began(int piece, long atNanos) {
    // Nobody wants to know.
  }

  @Override
  public void run(int piece) throws Exception {
    cleanup.run();
  }

  @Override
  public Optional<PlainCleanup> force(int piece) {
    return Optional.empty();
  }

  @Override
  public void interrupted(int piece, StackSample sample) {
    throw new AssertionError("too slow for its bound, at " + sample.place());
  }

  @Override
  public int completed(int piece, long endedAtNanos) {
    if (left.decrementAndGet() == 0) {
      LockSupport.unpark(caller);
    }
    return NONE;
  }

  @Override
  public void ended(int piece, long endedAtNanos, Outcome outcome) {
    completed(piece, endedAtNanos);
  }
}
