package dev.lastcall.defer;

import dev.lastcall.api.PlainCleanup;
import dev.lastcall.api.StackSample;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs pieces of work on one cleanup thread, each inside its bound: interrupted at its bound,
 * forced after the patience, abandoned after another.
 *
 * <p>Exactly one of the thread and the watchdog reports each end: whoever changes the slot. A piece
 * that is abandoned takes its thread with it; {@link #isLost} tells the thread when it comes back.
 */
final class PieceRun implements Watched {
  private static final long SHORTEST_PATIENCE_NANOS = 20_000_000;
  private static final long LONGEST_PATIENCE_NANOS = 250_000_000;
  private static final int PATIENCE_SHARE = 10;
  private static final long UNNAMED_NANOS = 5_000_000;
  private static final long LONGEST_ALLOTTED_NANOS = FAR / 4;
  private static final StackSample NO_SAMPLE =
      new StackSample("", Thread.State.RUNNABLE, List.of(), "", "");

  private final Slot slot = new Slot();
  private final Thread thread;
  private final Watchdog watchdog;
  private final ThreadName name;
  private final Backup backup;

  // Written by the thread before it arms.
  @Nullable private BoundedWork work;
  private int piece;
  private long beganNanos;
  private long allottedNanos;
  private long endNanos;
  private long armed;
  private boolean named;

  // The thread's own.
  private boolean lost;

  // The eyes' own, and published to the other sides by the slot.
  private long seen;
  private long nextNanos;
  private StackSample sample = NO_SAMPLE;

  // What the eyes ask of the hands, beside the interrupt.
  private volatile Wish wish = Wish.NONE;
  private volatile Optional<PlainCleanup> force = Optional.empty();
  private boolean forced;
  private volatile boolean gone;

  /** What takes the place of a thread that is stuck. */
  interface Backup {
    /** Puts another thread on the work, because this one is lost. */
    void replace();

    /** Runs an action on a spare thread. */
    void run(String name, PlainCleanup action);
  }

  private enum Wish {
    NONE,
    NAME,
    FORCE,
    ABANDON
  }

  PieceRun(Thread thread, Watchdog watchdog, ThreadName name, Backup backup) {
    this.thread = thread;
    this.watchdog = watchdog;
    this.name = name;
    this.backup = backup;
  }

  /**
   * Runs a piece.
   *
   * @param nowNanos the reading of the clock
   * @return the reading of the clock at its end, which is the next one's begin
   */
  long run(BoundedWork work, int piece, long nowNanos) {
    Throwable thrown = null;
    long mine = begin(work, piece, nowNanos);
    try {
      tellName(work, piece);
      work.began(piece, nowNanos);
      work.run(piece);
    } catch (Throwable e) {
      thrown = e;
    }
    long ended = watchdog.ticker().nanos();
    boolean inTime = slot.disarm(mine);
    if (inTime && thrown == null) {
      work.completed(piece, ended);
    } else {
      end(inTime, ended, thrown);
    }
    return ended;
  }

  private long begin(BoundedWork work, int piece, long nowNanos) {
    long allotted = Math.min(LONGEST_ALLOTTED_NANOS, work.allottedNanos(piece));
    long end = work.deadline().atNanos();
    this.work = work;
    this.piece = piece;
    beganNanos = nowNanos;
    allottedNanos = allotted;
    endNanos = end;
    named = name.isAffordable(nowNanos);
    armed = slot.arm();
    long due = dueNanos();
    watchdog.lookAt(named || due - nowNanos < UNNAMED_NANOS ? due : nowNanos + UNNAMED_NANOS);
    return armed;
  }

  private long dueNanos() {
    return beganNanos + Math.min(allottedNanos, Math.max(0, endNanos - beganNanos));
  }

  private void tellName(BoundedWork work, int piece) {
    if (named) {
      name.tell(work.name(piece));
    } else {
      name.hide();
    }
  }

  private void end(boolean inTime, long ended, @Nullable Throwable thrown) {
    BoundedWork ofWork = Objects.requireNonNull(work);
    long elapsed = ended - beganNanos;
    if (inTime) {
      ofWork.ended(piece, ended, Ends.failed(elapsed, Objects.requireNonNull(thrown)));
      Thread.interrupted();
    } else if (slot.takeBack() == Slot.ABANDONED) {
      lost = true;
    } else {
      Thread.interrupted();
      ofWork.ended(piece, ended, Ends.timedOut(elapsed, allottedNanos, sample));
    }
  }

  /** The thread: whether its last piece was abandoned, so that it was replaced. */
  boolean isLost() {
    return lost;
  }

  /** The thread: waits until the abandoned piece was reported; then the thread is of use again. */
  boolean isSettled() {
    if (Slot.stateOf(slot.word()) == Slot.ABANDONED) {
      return false;
    }
    Thread.interrupted();
    name.hide();
    lost = false;
    return true;
  }

  /** The thread: it ends. */
  void retire() {
    gone = true;
  }

  @Override
  public long look(long nowNanos) {
    long word = slot.word();
    int state = Slot.stateOf(word);
    if (state == Slot.IDLE || state == Slot.ABANDONED) {
      return FAR;
    }
    if (Slot.sectionOf(word) != seen) {
      long due = dueNanos();
      if (word != slot.word()) {
        return 0;
      }
      seen = Slot.sectionOf(word);
      nextNanos = due;
      forced = false;
      force = Optional.empty();
    }
    long left = nextNanos - nowNanos;
    if (left <= 0) {
      timeIsUp(word, state, nowNanos);
      left = nextNanos - nowNanos;
    }
    return Math.max(0, left);
  }

  private void timeIsUp(long word, int state, long nowNanos) {
    StackSample place = StackSampler.of(thread);
    long patience = patienceNanos();
    if (state == Slot.ARMED) {
      if (word == slot.word()) {
        sample = place;
        slot.move(word, Slot.DUE);
      }
      nextNanos = Math.min(nowNanos + patience, Math.max(endNanos, nowNanos));
    } else if (force.isPresent() && !forced && endNanos - nowNanos > 0) {
      forced = true;
      wish = Wish.FORCE;
      nextNanos = Math.min(nowNanos + patience, endNanos);
    } else if (slot.move(word, Slot.ABANDONED)) {
      sample = place;
      wish = Wish.ABANDON;
    }
  }

  private long patienceNanos() {
    return Math.max(
        SHORTEST_PATIENCE_NANOS, Math.min(LONGEST_PATIENCE_NANOS, allottedNanos / PATIENCE_SHARE));
  }

  @Override
  public boolean hasStep() {
    return wish != Wish.NONE || Slot.stateOf(slot.word()) == Slot.DUE;
  }

  @Override
  public Step claimStep() {
    long word = slot.word();
    if (Slot.stateOf(word) == Slot.DUE && slot.move(word, Slot.INTERRUPTING)) {
      return Step.INTERRUPT;
    }
    return wish == Wish.NONE ? Step.NONE : Step.ACT;
  }

  @Override
  public Thread thread() {
    return thread;
  }

  @Override
  public void interrupted() {
    BoundedWork ofWork = Objects.requireNonNull(work);
    int ofPiece = piece;
    StackSample place = sample;
    force = ofWork.force(ofPiece);
    slot.move(slot.word(), Slot.INTERRUPTED);
    ofWork.interrupted(ofPiece, place);
  }

  @Override
  public void act() {
    Wish wanted = wish;
    wish = Wish.NONE;
    BoundedWork ofWork = Objects.requireNonNull(work);
    if (wanted == Wish.FORCE) {
      force.ifPresent(action -> backup.run(ofWork.name(piece), action));
    } else if (wanted == Wish.ABANDON) {
      abandon(ofWork);
    }
  }

  private void abandon(BoundedWork ofWork) {
    long now = watchdog.ticker().nanos();
    try {
      backup.replace();
      ofWork.ended(piece, now, Ends.abandoned(now - beganNanos, allottedNanos, sample));
    } finally {
      slot.move(slot.word(), Slot.IDLE);
    }
  }

  @Override
  public boolean isGone() {
    return gone;
  }
}
