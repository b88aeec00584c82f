package dev.lastcall.report;

import java.util.Set;

/**
 * What of a report is no outcome yet, because the process was killed in its exit or still runs:
 * such a report says of what was running that it was abandoned, and of what had not begun that it
 * was skipped. Immutable and thread-safe.
 *
 * @param sentence what stands in the place of the verdict
 * @param timing what stands in the place of the time used and the exit code
 * @param running the names of the cleanups that were running
 * @param notBegun the names of those that had not begun
 */
public record Unfinished(
    String sentence, String timing, Set<String> running, Set<String> notBegun) {
  /** For an exit that came to its end. */
  public static final Unfinished NOTHING = new Unfinished("", "", Set.of(), Set.of());

  /** Copies the sets. */
  public Unfinished {
    running = Set.copyOf(running);
    notBegun = Set.copyOf(notBegun);
  }

  /** {@return whether the exit came to its end} */
  public boolean isNothing() {
    return sentence.isEmpty();
  }

  boolean has(String name) {
    return running.contains(name) || notBegun.contains(name);
  }
}
