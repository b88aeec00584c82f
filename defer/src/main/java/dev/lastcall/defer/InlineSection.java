package dev.lastcall.defer;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.StackSample;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of code on its caller's own thread that is interrupted when it takes too long.
 *
 * <p>{@link #exit} leaves the thread's interrupt status as it would be without the section: an
 * interrupt made by the watchdog is cleared, any other is kept. If another interrupt is pending
 * when the time is up, none is made until that one was consumed. One case cannot be told apart: a
 * foreign interrupt that comes while ours is pending goes with it.
 *
 * <p>A section belongs to one thread for good, or is lent to one call at a time (virtual threads:
 * there may be millions). Entered and left by one thread, watched by the watchdog.
 */
final class InlineSection implements Watched {
  private final Slot slot = new Slot();
  private final AtomicBoolean lent = new AtomicBoolean();
  private final Deadline.Ticker ticker;
  private final Nesting nesting;
  private final int depth;
  private final @Nullable WeakReference<Thread> owner;

  // Written by the thread before it arms, read by the watchdog if the slot is still the same then.
  private long timeoutNanos;
  private @Nullable Thread borrower;

  // The thread's own; at first the word of a section that never was.
  private long armed = Slot.ARMED;

  // The eyes' own.
  private long seen;
  private long dueNanos;
  private int quietLooks = Watchdog.LOOKS_PER_TIMEOUT;

  // Of the hands; published by the slot.
  private StackSample sample = StackSampler.NOTHING;

  /** How deep a thread is in sections. */
  static final class Nesting {
    int depth;
  }

  private InlineSection(
      Deadline.Ticker ticker, Nesting nesting, int depth, @Nullable WeakReference<Thread> owner) {
    this.ticker = ticker;
    this.nesting = nesting;
    this.depth = depth;
    this.owner = owner;
  }

  /** A section of one thread, at a depth; the thread can go away in spite of it. */
  static InlineSection of(Thread owner, Nesting nesting, int depth, Deadline.Ticker ticker) {
    return new InlineSection(ticker, nesting, depth, new WeakReference<>(owner));
  }

  /** A section to be lent by {@link #lendTo}. */
  static InlineSection toLend(Deadline.Ticker ticker) {
    return new InlineSection(ticker, new Nesting(), 0, null);
  }

  /** Takes the section for a thread until it exits, unless it is lent already. */
  boolean lendTo(Thread thread) {
    if (lent.get() || !lent.compareAndSet(false, true)) {
      return false;
    }
    borrower = thread;
    return true;
  }

  void enter(long timeoutNanos) {
    this.timeoutNanos = timeoutNanos;
    nesting.depth = depth + 1;
    armed = slot.arm();
  }

  /**
   * Leaves the section, also one that was not entered to the end.
   *
   * @return where the thread was when its time was up, null if it was in time
   */
  @Nullable StackSample exit() {
    nesting.depth = depth;
    StackSample late = slot.disarm(armed) ? null : exitLate();
    if (borrower != null) {
      borrower = null;
      lent.setRelease(false);
    }
    return late;
  }

  private @Nullable StackSample exitLate() {
    int state = slot.takeBack();
    if (state == Slot.INTERRUPTED) {
      Thread.interrupted();
    }
    return state == Slot.DUE ? null : sample;
  }

  @Override
  public long look(long nowNanos) {
    long word = slot.word();
    long timeout = timeoutNanos;
    if (!slot.isStill(word)) {
      return Watchdog.SHORTEST_TICK_NANOS;
    }
    if (Slot.sectionOf(word) != seen) {
      seen = Slot.sectionOf(word);
      quietLooks = 0;
      dueNanos = ticker.nanos() + Math.min(timeout, FAR / 2);
    }
    long tick = Math.max(Watchdog.SHORTEST_TICK_NANOS, timeout / Watchdog.LOOKS_PER_TIMEOUT);
    return switch (Slot.stateOf(word)) {
      case Slot.IDLE -> ++quietLooks < Watchdog.LOOKS_PER_TIMEOUT ? tick : FAR;
      case Slot.ARMED -> lookAtArmed(word, nowNanos, tick);
      case Slot.LATE -> lookAtLate(word, tick);
      default -> tick;
    };
  }

  private long lookAtArmed(long word, long nowNanos, long tick) {
    long left = dueNanos - nowNanos;
    if (left > 0) {
      return Math.min(left, tick);
    }
    slot.move(word, Slot.DUE);
    return tick;
  }

  private long lookAtLate(long word, long tick) {
    Thread thread = thread();
    if (thread != null && !thread.isInterrupted()) {
      slot.move(word, Slot.DUE);
    }
    return tick;
  }

  @Override
  public @Nullable Thread thread() {
    return owner == null ? borrower : owner.get();
  }

  @Override
  public boolean hasStep() {
    return slot.state() == Slot.DUE;
  }

  @Override
  public void step(Consumer<Thread> interrupt, Function<Thread, StackSample> sampler) {
    long word = slot.word();
    Thread thread = thread();
    if (thread == null || Slot.stateOf(word) != Slot.DUE) {
      return;
    }
    StackSample place = sampler.apply(thread);
    if (!slot.move(word, Slot.INTERRUPTING)) {
      return;
    }
    long section = Slot.sectionOf(word);
    sample = place;
    if (thread.isInterrupted()) {
      slot.move(section + Slot.INTERRUPTING, Slot.LATE);
      return;
    }
    try {
      interrupt.accept(thread);
    } finally {
      slot.move(section + Slot.INTERRUPTING, Slot.INTERRUPTED);
    }
  }

  @Override
  public boolean isGone() {
    if (owner == null) {
      return false;
    }
    Thread thread = owner.get();
    return thread == null || thread.getState() == Thread.State.TERMINATED;
  }
}
