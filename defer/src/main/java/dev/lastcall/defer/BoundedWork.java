package dev.lastcall.defer;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.Outcome;
import dev.lastcall.api.PlainCleanup;
import dev.lastcall.api.StackSample;
import java.util.Optional;

/**
 * Work that {@link CleanupThreads} run piece by piece, each piece inside its own bound; one
 * implementation is a whole exit graph, another a single call.
 *
 * <p>A piece is a number of the implementation's choosing. Every piece that was taken gets exactly
 * one {@link #completed} or {@link #ended}. All methods may be called by several threads at once
 * (for different pieces), must not block and, but for {@link #run}, must not call foreign code that
 * could. What they throw is kept away from the threads, but counts as a fault of the
 * implementation.
 */
public interface BoundedWork {
  /** The answer of {@link #take} where no piece is ready now. */
  int NONE = -1;

  /**
   * Returns how long a piece is waited for after its interrupt, and again after its force action: a
   * tenth of what it was allotted, but 100 ms at least and 250 ms at most.
   *
   * <p>The least is what a machine that is short of CPU may need to wake a thread: a container that
   * has used up its CPU quota stands still for up to 100 ms. It is not cut for short bounds, so a
   * piece that was allotted 50 ms and ignores its interrupt is abandoned after 150 ms, or after 250
   * ms where it has a force action. Whoever counts must cut it at {@link #deadline}.
   *
   * @param allottedNanos what the piece was allotted
   * @return nanoseconds
   */
  static long patienceNanos(long allottedNanos) {
    return Math.max(100_000_000, Math.min(250_000_000, allottedNanos / 10));
  }

  /**
   * Returns the point at which whatever still runs is abandoned; asked whenever a piece begins.
   *
   * @return a deadline on the ticker of the watchdog
   */
  Deadline deadline();

  /**
   * Hands out the next ready piece; lock-free and free of allocation.
   *
   * @return a piece, never handed out before, or {@link #NONE}
   */
  int take();

  /**
   * Returns the name that the thread bears while it runs the piece.
   *
   * @param piece the piece
   * @return the name without {@code lc:}
   */
  String name(int piece);

  /**
   * Returns what the piece may take; asked once, when it begins.
   *
   * @param piece the piece
   * @param atNanos the reading of the clock when it begins, so that no other is needed
   * @return nanoseconds; zero or less interrupts it at once
   */
  long allottedNanos(int piece, long atNanos);

  /**
   * Notes that a piece begins, on the thread that will run it and already inside its bound.
   *
   * @param piece the piece
   * @param atNanos the reading of the clock
   */
  void began(int piece, long atNanos);

  /**
   * Runs a piece: the only method that may block.
   *
   * @param piece the piece
   * @throws Throwable anything; it becomes the outcome
   */
  void run(int piece) throws Throwable;

  /**
   * Returns what is done when the piece ignores its interrupt; asked once, after the interrupt.
   *
   * @param piece the piece
   * @return an action that is run on a spare cleanup thread
   */
  Optional<PlainCleanup> force(int piece);

  /**
   * Notes that a piece was interrupted at its bound, on a thread of the watchdog's.
   *
   * <p>The piece may end on its own thread at the same moment, so that this comes after its {@link
   * #ended}; ignore it then.
   *
   * @param piece the piece
   * @param sample where it was
   */
  void interrupted(int piece, StackSample sample);

  /**
   * Notes that a piece returned in time, on the thread that ran it; the cheap path.
   *
   * @param piece the piece
   * @param endedAtNanos the reading of the clock
   * @return a piece that this thread goes on with at once, as if it had taken it, or {@link #NONE}
   */
  int completed(int piece, long endedAtNanos);

  /**
   * Notes any other end, on the thread that ran the piece, or on a thread of the watchdog's if it
   * is {@link Outcome.Abandoned}.
   *
   * @param piece the piece
   * @param endedAtNanos the reading of the clock
   * @param outcome failed, timed out or abandoned
   */
  void ended(int piece, long endedAtNanos, Outcome outcome);

  /**
   * Tells whether a piece is ready now, so that one more thread is of use; a glance, which may be
   * out of date at once. Lock-free and free of allocation.
   *
   * @return true if {@link #take} would probably hand out a piece
   */
  boolean isReady();

  /**
   * Tells whether no piece will ever be ready again, so that the threads forget this work.
   *
   * @return true once every piece was taken
   */
  boolean isFinished();
}
