package dev.lastcall.defer;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.StackSample;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of code on its caller's own thread that is interrupted when it takes too long.
 *
 * <p>Sections of one thread nest. {@link #exit} leaves the thread's interrupt status as it would be
 * without the section: an interrupt made by the watchdog is cleared, any other is kept. If another
 * interrupt is pending when the time is up, none is made until that one was consumed. One case
 * cannot be told apart: a foreign interrupt that comes while ours is pending goes with it.
 *
 * <p>Entered and left by one thread, watched by the watchdog.
 */
final class InlineSection implements Watched {
  private static final StackSample NOTHING =
      new StackSample("", Thread.State.RUNNABLE, List.of(), "", "");

  private final Slot slot = new Slot();
  private final Deadline.Ticker ticker;
  private final WeakReference<Thread> owner;

  private long timeoutNanos;
  private long armed;
  private StackSample sample = NOTHING;

  // The eyes' own.
  private long seen;
  private long dueNanos;
  private int quietLooks = Watchdog.LOOKS_PER_TIMEOUT;

  // The hands' own, between claim and interrupt.
  @Nullable private Thread target;

  InlineSection(Thread owner, Deadline.Ticker ticker) {
    this.owner = new WeakReference<>(owner);
    this.ticker = ticker;
  }

  void enter(long timeoutNanos) {
    this.timeoutNanos = timeoutNanos;
    armed = slot.arm();
  }

  /**
   * Leaves the section.
   *
   * @return where the thread was when its time was up, null if it was in time
   */
  @Nullable StackSample exit() {
    return slot.disarm(armed) ? null : exitLate();
  }

  private StackSample exitLate() {
    if (slot.takeBack() == Slot.INTERRUPTED) {
      Thread.interrupted();
    }
    return sample;
  }

  @Override
  public long look(long nowNanos) {
    long word = slot.word();
    long timeout = timeoutNanos;
    if (word != slot.word()) {
      return Watchdog.SHORTEST_TICK_NANOS;
    }
    long tick = Math.max(Watchdog.SHORTEST_TICK_NANOS, timeout / Watchdog.LOOKS_PER_TIMEOUT);
    if (Slot.sectionOf(word) != seen) {
      seen = Slot.sectionOf(word);
      quietLooks = 0;
      dueNanos = ticker.nanos() + timeout;
    }
    return switch (Slot.stateOf(word)) {
      case Slot.ARMED -> lookAtArmed(word, nowNanos, tick);
      case Slot.LATE -> lookAtLate(word, tick);
      case Slot.IDLE -> ++quietLooks < Watchdog.LOOKS_PER_TIMEOUT ? tick : FAR;
      default -> tick;
    };
  }

  private long lookAtArmed(long word, long nowNanos, long tick) {
    long left = dueNanos - nowNanos;
    if (left <= 0) {
      Thread thread = owner.get();
      if (thread != null) {
        StackSample place = StackSampler.of(thread);
        if (word == slot.word()) {
          sample = place;
          slot.move(word, Slot.DUE);
        }
      }
    }
    return left > 0 ? Math.min(left, tick) : tick;
  }

  private long lookAtLate(long word, long tick) {
    Thread thread = owner.get();
    if (thread != null && !thread.isInterrupted()) {
      slot.move(word, Slot.DUE);
    }
    return tick;
  }

  @Override
  public boolean hasStep() {
    return Slot.stateOf(slot.word()) == Slot.DUE;
  }

  @Override
  public Step claimStep() {
    long word = slot.word();
    Thread thread = owner.get();
    if (thread == null || Slot.stateOf(word) != Slot.DUE) {
      return Step.NONE;
    }
    if (thread.isInterrupted()) {
      slot.move(word, Slot.LATE);
      return Step.NONE;
    }
    target = thread;
    return slot.move(word, Slot.INTERRUPTING) ? Step.INTERRUPT : Step.NONE;
  }

  @Override
  public Thread thread() {
    return Objects.requireNonNull(target);
  }

  @Override
  public void interrupted() {
    target = null;
    slot.move(slot.word(), Slot.INTERRUPTED);
  }

  @Override
  public void act() {
    throw new IllegalStateException("an inline section has no step but its interrupt");
  }

  @Override
  public boolean isGone() {
    Thread thread = owner.get();
    return thread == null || thread.getState() == Thread.State.TERMINATED;
  }
}
