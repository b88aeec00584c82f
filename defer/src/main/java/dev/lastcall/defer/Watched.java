package dev.lastcall.defer;

/**
 * Something that the watchdog looks at: a thread that may be running inside a bound.
 *
 * <p>The watchdog's eyes {@link #look}; they call nothing that could wait. Its hands do the {@link
 * Step}s that the look left to be done, because an interrupt may run foreign code (it closes the
 * channel that the thread reads from).
 */
interface Watched {
  /** Further away than any bound: nothing to look for. */
  long FAR = Long.MAX_VALUE / 2;

  /** What the hands have to do. */
  enum Step {
    /** Nothing. */
    NONE,
    /** Interrupt {@link Watched#thread}, then call {@link Watched#interrupted}. */
    INTERRUPT,
    /** Call {@link Watched#act}. */
    ACT
  }

  /**
   * Eyes: looks, and marks what is due.
   *
   * @param nowNanos the reading of the clock when the round began
   * @return the nanoseconds from then until the next look is needed, {@link #FAR} if none is
   */
  long look(long nowNanos);

  /** Eyes: whether a step waits for the hands. */
  boolean hasStep();

  /** Hands: takes the step that waits, if any; nobody else will get it. */
  Step claimStep();

  /** Hands: the thread to interrupt. */
  Thread thread();

  /** Hands: notes that the interrupt was made. */
  void interrupted();

  /** Hands: does the claimed step. */
  void act();

  /** Eyes: whether the thread has ended, so that nothing is left to watch. */
  boolean isGone();
}
