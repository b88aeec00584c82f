package dev.lastcall.journal;

/** What becomes of an append when the journal has its whole capacity in use. */
public enum WhenFull {
  /** It is refused: what is not released yet is worth more. */
  REFUSE,
  /** The oldest segment is given up for it: the newest is worth more. */
  DROP_OLDEST
}
