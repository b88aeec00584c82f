package dev.lastcall.source;

/** How bad a finding is. Immutable; safe for use by several threads. */
public enum Severity {
  /** Work is lost or the process does not end: the build should fail. */
  ERROR,
  /** Goes wrong under load, at a bad moment, or with a bad neighbour. */
  WARNING,
  /** Worth knowing, and often wanted. */
  NOTE
}
