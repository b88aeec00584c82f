package dev.lastcall.durable;

import java.util.List;

/**
 * What a replay has done.
 *
 * @param done how many intents were cleaned up meanwhile
 * @param deadLettered how many were given up meanwhile
 * @param left what is still open and held by no handle, newest first
 */
public record ReplayResult(long done, long deadLettered, List<OpenIntent> left) {
  /** Copies the list. */
  public ReplayResult {
    left = List.copyOf(left);
  }
}
