package dev.lastcall.defer;

import dev.lastcall.api.StackSample;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that the watchdog watches: a thread that may be running inside a bound.
 *
 * <p>The watchdog's eyes {@link #look}: that allocates nothing and calls nothing that could wait.
 * What follows from a look is a step, done by the watchdog's hands, because it may run foreign code
 * (an interrupt closes the channel that the thread reads from) and needs memory (a stack sample).
 */
interface Watched {
  /** Further away than any bound: nothing to look for. */
  long FAR = Long.MAX_VALUE / 2;

  /**
   * Eyes: looks, and marks what is due.
   *
   * @param nowNanos the reading of the clock when the round began
   * @return the nanoseconds from then until the next look is needed, {@link #FAR} if none is
   */
  long look(long nowNanos);

  /** Whose bound it is; null if nobody's now. */
  @Nullable Thread thread();

  /** Whether a step waits for the hands. */
  boolean hasStep();

  /**
   * Hands: does the step that waits, if no other hand has taken it.
   *
   * @param interrupt interrupts a thread
   * @param sampler says where a thread is; never throws
   */
  void step(Consumer<Thread> interrupt, Function<Thread, StackSample> sampler);

  /** Eyes: whether the thread has ended, so that nothing is left to watch. */
  boolean isGone();
}
