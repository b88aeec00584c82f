package dev.lastcall.api;

/**
 * A stage of the exit; stages follow one another in the order of this list and none is left out.
 */
public enum ExitPhase {
  /**
   * Not ready any more, but still serving, until it is quiet or the bound of the phase is reached.
   */
  DRAIN,
  /** The exit graph runs. */
  CLEAN,
  /** The flush targets run inside the reserve that no cleanup may spend. */
  FLUSH,
  /** The report is written; then the process ends. */
  REPORT
}
