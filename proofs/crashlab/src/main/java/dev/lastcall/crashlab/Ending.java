package dev.lastcall.crashlab;

import java.time.Duration;
import java.util.List;

/**
 * How a child JVM ended.
 *
 * @param exitCode its exit code; 128 plus the signal's number if a signal ended it
 * @param elapsed from the last signal sent to it, or else from its start, until it was gone
 * @param killed whether the laboratory had to kill it
 * @param output the lines of its standard output
 * @param errors the lines of its standard error
 */
public record Ending(
    int exitCode, Duration elapsed, boolean killed, List<String> output, List<String> errors) {
  /** Copies the lists. */
  public Ending {
    output = List.copyOf(output);
    errors = List.copyOf(errors);
  }
}
