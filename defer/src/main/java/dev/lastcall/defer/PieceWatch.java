package dev.lastcall.defer;

import dev.lastcall.api.PlainCleanup;
import dev.lastcall.api.StackSample;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The watchdog's side of running pieces of work on one cleanup thread: interrupts a piece at its
 * bound, forces it after the patience (half of what is left of the work, where that is shorter),
 * abandons it after another, and has its thread replaced.
 *
 * <p>Exactly one of the thread and the watchdog reports each end: whoever changes the slot.
 */
final class PieceWatch implements Watched {
  private static final long TORN_LOOK_NANOS = 100_000;

  // Wishes of the eyes to the hands, in the low bits under a section's number.
  private static final int NO_WISH = 0;
  private static final int NAME = 1;
  private static final int FORCE = 2;
  private static final int ABANDON = 3;

  private final RunningPiece running;
  private final Slot slot;
  private final AtomicLong wish = new AtomicLong(NO_WISH);
  private final Thread thread;
  private final Watchdog watchdog;
  private final ThreadName name;
  private final Backup backup;

  // The eyes' own.
  private long seen;
  private Stage stage = Stage.RUNNING;
  private long dueNanos;
  private long nextNanos;
  private boolean handsAwaited;

  private volatile @Nullable Force force;
  private volatile boolean gone;

  /** What takes the place of a thread that is stuck. */
  interface Backup {
    /** Puts another thread in the place of this one. */
    void replace();

    /** Starts threads for those that were used up. */
    void topUp();

    /** Runs an action on a spare thread. */
    void run(String name, PlainCleanup action);
  }

  private enum Stage {
    RUNNING,
    INTERRUPTED,
    FORCED
  }

  /** What to do about a section that ignores its interrupt. */
  private record Force(long section, PlainCleanup action) {}

  PieceWatch(
      RunningPiece running, Thread thread, Watchdog watchdog, ThreadName name, Backup backup) {
    this.running = running;
    this.slot = running.slot;
    this.thread = thread;
    this.watchdog = watchdog;
    this.name = name;
    this.backup = backup;
  }

  @Override
  public long look(long nowNanos) {
    long word = slot.word();
    int state = Slot.stateOf(word);
    if (state == Slot.IDLE || state == Slot.ABANDONED) {
      return FAR;
    }
    if (Slot.sectionOf(word) != seen && !meet(word)) {
      return TORN_LOOK_NANOS;
    }
    if (nextNanos - nowNanos <= 0) {
      moveOn(word, state, nowNanos);
    }
    return Math.max(0, nextNanos - nowNanos);
  }

  /** Sees a section for the first time; false if it is over by now. */
  private boolean meet(long word) {
    long due = running.dueNanos();
    long next = running.firstLookNanos();
    if (!slot.isStill(word)) {
      return false;
    }
    seen = Slot.sectionOf(word);
    stage = Stage.RUNNING;
    handsAwaited = false;
    dueNanos = due;
    nextNanos = next;
    return true;
  }

  private void moveOn(long word, int state, long nowNanos) {
    if (dueNanos - nowNanos > 0) {
      wish.compareAndSet(NO_WISH, seen + NAME);
      nextNanos = dueNanos;
    } else if (stage == Stage.RUNNING) {
      slot.move(word, Slot.DUE);
      nextNanos = patientUntil(nowNanos);
      stage = Stage.INTERRUPTED;
    } else if (stage == Stage.INTERRUPTED && isPatient(state, nowNanos)) {
      nextNanos = patientUntil(state == Slot.INTERRUPTED ? running.interruptedNanos : nowNanos);
      handsAwaited = state != Slot.INTERRUPTED;
    } else if (stage == Stage.INTERRUPTED && canForce(state) && running.endNanos - nowNanos > 0) {
      wish.set(seen + FORCE);
      stage = Stage.FORCED;
      nextNanos = patientUntil(nowNanos);
    } else if (slot.move(word, Slot.ABANDONED)) {
      wish.set(seen + ABANDON);
    }
  }

  /** The patience counts from the interrupt, which the hands may make late, but not for ever. */
  private boolean isPatient(int state, long nowNanos) {
    boolean isRecent =
        state == Slot.INTERRUPTED && patientUntil(running.interruptedNanos) - nowNanos > 0;
    boolean isToCome =
        state != Slot.INTERRUPTED && !handsAwaited && running.endNanos - nowNanos > 0;
    return isRecent || isToCome;
  }

  private boolean canForce(int state) {
    Force known = force;
    return state == Slot.INTERRUPTED && known != null && known.section() == seen;
  }

  /** Of what is left of the whole work, half is kept for the effect of a force action. */
  private long patientUntil(long fromNanos) {
    long patience = BoundedWork.patienceNanos(running.allottedNanos);
    long left = Math.max(0, running.endNanos - fromNanos);
    boolean mayForce =
        stage == Stage.RUNNING || (stage == Stage.INTERRUPTED && canForce(slot.state()));
    return fromNanos + Math.min(patience, mayForce ? left / 2 : left);
  }

  @Override
  public Thread thread() {
    return thread;
  }

  @Override
  public boolean hasStep() {
    return wish.get() != NO_WISH || slot.state() == Slot.DUE;
  }

  @Override
  public void step(Consumer<Thread> interrupt, Function<Thread, StackSample> sampler) {
    long word = slot.word();
    if (Slot.stateOf(word) == Slot.DUE) {
      interruptStep(word, interrupt, sampler);
      return;
    }
    long wished = wish.getAndSet(NO_WISH);
    long section = Slot.sectionOf(wished);
    switch (Slot.stateOf(wished)) {
      case NAME -> nameStep(section);
      case FORCE -> forceStep(section);
      case ABANDON -> abandonStep(section, interrupt, sampler);
      default -> {} // another hand was faster
    }
  }

  private void interruptStep(
      long word, Consumer<Thread> interrupt, Function<Thread, StackSample> sampler) {
    StackSample place = sampler.apply(thread);
    if (!slot.move(word, Slot.INTERRUPTING)) {
      return;
    }
    long section = Slot.sectionOf(word);
    BoundedWork work = Objects.requireNonNull(running.work);
    int piece = running.piece;
    running.sample = place;
    running.sampledSection = section;
    try {
      interrupt.accept(thread);
      work.force(piece).ifPresent(action -> force = new Force(section, action));
    } finally {
      running.interruptedNanos = watchdog.ticker().nanos();
      slot.move(section + Slot.INTERRUPTING, Slot.INTERRUPTED);
    }
    work.interrupted(piece, place);
  }

  private void nameStep(long section) {
    BoundedWork work = running.work;
    int piece = running.piece;
    if (work != null && slot.isRunning(section)) {
      name.tellFromOutside(thread, work.name(piece));
    }
  }

  private void forceStep(long section) {
    BoundedWork work = running.work;
    int piece = running.piece;
    Force known = force;
    if (work != null && known != null && slot.isRunning(section)) {
      backup.run(work.name(piece), known.action());
      backup.topUp();
    }
  }

  private void abandonStep(
      long section, Consumer<Thread> interrupt, Function<Thread, StackSample> sampler) {
    StackSample now = sampler.apply(thread);
    boolean isLate = running.back && running.sampledSection == section;
    StackSample place = isLate ? running.sample : now;
    BoundedWork work = Objects.requireNonNull(running.work);
    long ended = watchdog.ticker().nanos();
    long elapsed = ended - running.beganNanos;
    try {
      backup.replace();
      work.ended(running.piece, ended, Outcomes.abandoned(elapsed, running.allottedNanos, place));
      backup.topUp();
      interrupt.accept(thread); // perhaps it comes back and is of use as a spare
    } finally {
      slot.move(section + Slot.ABANDONED, Slot.IDLE);
    }
  }

  /** The thread: it ends. */
  void retire() {
    gone = true;
  }

  @Override
  public boolean isGone() {
    return gone;
  }
}
