package dev.lastcall.exit;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Deadline.Ticker;

/**
 * What closes an exit graph: the begin of the exit.
 *
 * @param by what began the exit, empty if not known
 * @param beganNanos when, by the ticker
 * @param ticker the clock
 */
record Seal(String by, long beganNanos, Ticker ticker) {
  /** Returns the exception for what comes too late. */
  IllegalStateException refusal(String name) {
    long tenths = Math.max(0, ticker.nanos() - beganNanos) / 100_000_000;
    String ago = tenths / 10 + "." + tenths % 10 + " s ago";
    String exit = by.isEmpty() ? ago : "which was by " + by + " " + ago;
    return new IllegalStateException(
        Arguments.text("name", name, "registered before the exit began, " + exit));
  }
}
