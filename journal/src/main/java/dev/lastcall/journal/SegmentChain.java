package dev.lastcall.journal;

import dev.lastcall.api.Deadline.Ticker;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The segment that is being written and the one that comes next.
 *
 * <p>Who finds the current one full seals it and puts the next one into use. Whoever else comes
 * meanwhile waits for these few stores, and for the next segment if the disk is slower than the
 * appends, but never longer than {@link #PATIENCE_NANOS}. Thread-safe.
 */
final class SegmentChain {
  static final long PATIENCE_NANOS = 1_000_000_000;

  private static final long PAUSE_NANOS = 20_000;

  private final Ticker ticker;
  private volatile @Nullable Segment current;
  private volatile @Nullable Segment ready;
  private volatile boolean noneComes;
  private volatile boolean ended;
  private volatile long nextSequence = 1;
  private volatile @Nullable Segment last;
  private volatile @Nullable Thread upkeep;
  private volatile Runnable helper = () -> {};

  SegmentChain(Ticker ticker) {
    this.ticker = ticker;
  }

  /** The segment to append to; null if nothing can be kept. */
  @Nullable Segment current() {
    return current;
  }

  /** The segment behind one that is full; null if nothing can be kept. */
  @Nullable Segment after(Segment exhausted) {
    long giveUpAt = 0;
    while (true) {
      Segment now = current;
      if (now != exhausted) {
        return now;
      }
      Segment next = ready;
      if (next != null && exhausted.seal()) {
        return rotate(exhausted, next);
      }
      if (next == null && noneComes && !JournalLayout.isSealed(exhausted.position())) {
        return null;
      }
      long nanos = ticker.nanos();
      giveUpAt = giveUpAt == 0 ? nanos + PATIENCE_NANOS : giveUpAt;
      if (nanos - giveUpAt > 0) {
        return null;
      }
      pause(next);
    }
  }

  private void pause(@Nullable Segment next) {
    if (next == null) {
      helper.run();
      if (ready == null) {
        wake();
        LockSupport.parkNanos(this, PAUSE_NANOS);
      }
    } else {
      Thread.onSpinWait();
    }
  }

  /** The next one is taken away before it becomes current, or it could be sealed at once. */
  private @Nullable Segment rotate(Segment exhausted, Segment next) {
    try {
      next.begin(exhausted.nextSequence());
      exhausted.followedBy(next);
      ready = null;
      current = next;
      if (ended) {
        finish();
      }
    } catch (Throwable failure) {
      current = null;
      throw failure;
    }
    wake();
    return current;
  }

  /** Makes a segment the next one; for the upkeep, while there is none. */
  void offer(Segment segment) {
    if (current == null && !ended) {
      segment.begin(nextSequence);
      current = segment;
    } else {
      ready = segment;
    }
    noneComes = false;
  }

  boolean needsNext() {
    return ready == null && !ended;
  }

  /** Says whether it is of use to wait for the next segment. */
  void expectNone(boolean none) {
    noneComes = none;
  }

  void startAt(long sequence) {
    nextSequence = sequence;
  }

  long lastSequence() {
    while (true) {
      Segment segment = current;
      long next = segment == null ? nextSequence : segment.nextSequence();
      // What is not current any more may be in use again.
      if (segment == current) {
        return next - 1;
      }
    }
  }

  /** Says who prepares segments, and how an appender that waits for one can help. */
  void preparedBy(Thread thread, Runnable help) {
    helper = help;
    upkeep = thread;
  }

  void wake() {
    LockSupport.unpark(upkeep);
  }

  /** Ends the appends. */
  void end() {
    ended = true;
    finish();
    wake();
  }

  /** Whoever rotates meanwhile does this too, for the segment that he put into use. */
  private synchronized void finish() {
    Segment open = current;
    if (open != null) {
      open.seal();
      nextSequence = open.nextSequence();
      last = open;
      current = null;
    }
  }

  /** The segment that is appended to, or was until the end. */
  @Nullable Segment newest() {
    Segment open = current;
    return open == null ? last : open;
  }

  boolean isEnded() {
    return ended;
  }
}
