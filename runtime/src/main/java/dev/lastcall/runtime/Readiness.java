package dev.lastcall.runtime;

/**
 * Whether new requests should be sent here: after the start, before the exit.
 *
 * <p>An application's own readiness probe asks this. Thread-safe.
 */
public final class Readiness {
  private volatile boolean started;
  private volatile boolean ending;

  Readiness() {}

  /**
   * Tells whether new requests should be sent here.
   *
   * @return true between {@code lastcall.ready()} and the begin of the exit
   */
  public boolean isReady() {
    return state() == State.READY;
  }

  /**
   * Returns where the process stands.
   *
   * @return the state
   */
  public State state() {
    if (ending) {
      return State.ENDING;
    }
    return started ? State.READY : State.STARTING;
  }

  /** Ends the start; changes nothing once the exit has begun. */
  void started() {
    started = true;
  }

  /** Turns readiness off for good. */
  void ending() {
    ending = true;
  }

  /** Where a process stands. */
  public enum State {
    /** {@code lastcall.ready()} has not been called. */
    STARTING,
    /** It serves. */
    READY,
    /** The exit has begun; it may still serve for a while. */
    ENDING
  }
}
