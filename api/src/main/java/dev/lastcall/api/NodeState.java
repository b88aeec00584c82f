package dev.lastcall.api;

/** Where a node of the exit graph stands; it only ever moves forward in the order of this list. */
public enum NodeState {
  /** Named by another node's {@code after}, but not registered yet. */
  PENDING,
  /** Registered, with an action and a bound. */
  REGISTERED,
  /** The exit has begun and all predecessors are {@link #EXECUTED}. */
  READY,
  /** Its action runs. */
  RUNNING,
  /** It has an {@link Outcome}; also true of what was skipped or abandoned. */
  EXECUTED
}
