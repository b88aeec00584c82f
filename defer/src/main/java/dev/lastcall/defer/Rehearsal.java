package dev.lastcall.defer;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.Outcome;
import dev.lastcall.api.PlainCleanup;
import dev.lastcall.api.StackSample;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Two pieces that do nothing: one returns, one throws. Run at the start, they load the classes that
 * an exit needs, which costs tens of milliseconds when it is done too late.
 */
final class Rehearsal implements BoundedWork {
  private static final int PIECES = 2;
  private static final Duration BOUND = Duration.ofSeconds(5);

  private final AtomicInteger taken = new AtomicInteger();
  private final Deadline deadline;

  Rehearsal(Deadline.Ticker ticker) {
    this.deadline = Deadline.after(BOUND, ticker);
  }

  @Override
  public Deadline deadline() {
    return deadline;
  }

  @Override
  public int take() {
    int piece = taken.get() < PIECES ? taken.getAndIncrement() : PIECES;
    return piece < PIECES ? piece : NONE;
  }

  @Override
  public String name(int piece) {
    return "rehearsal";
  }

  @Override
  public long allottedNanos(int piece, long atNanos) {
    return Deadline.nanosOf(BOUND);
  }

  @Override
  public void began(int piece, long atNanos) {
    // Nobody wants to know.
  }

  @Override
  public void run(int piece) throws Exception {
    if (piece > 0) {
      throw new IllegalStateException("as rehearsed");
    }
  }

  @Override
  public Optional<PlainCleanup> force(int piece) {
    return Optional.empty();
  }

  @Override
  public void interrupted(int piece, StackSample sample) {
    // Nobody wants to know.
  }

  @Override
  public int completed(int piece, long endedAtNanos) {
    // Nobody wants to know.
    return NONE;
  }

  @Override
  public void ended(int piece, long endedAtNanos, Outcome outcome) {
    // Nobody wants to know.
  }

  @Override
  public boolean isReady() {
    return !isFinished();
  }

  @Override
  public boolean isFinished() {
    return taken.get() >= PIECES;
  }
}
