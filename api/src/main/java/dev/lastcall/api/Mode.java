package dev.lastcall.api;

/** What a finding does: whether a plan that cannot keep its promise may start. */
public enum Mode {
  /** A plan that does not fit the grace period is refused at start-up. */
  STRICT,
  /** A plan that does not fit is scaled, and a warning says so. The default. */
  PERMISSIVE
}
