package dev.lastcall.exit;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.ExitReport.CleanupReport;
import dev.lastcall.api.Finding;
import java.util.List;

/**
 * What became of an exit graph.
 *
 * <p>Immutable and thread-safe.
 *
 * @param cleanups every cleanup exactly once, in the order in which they began; each entry is made
 *     when it is asked for
 * @param criticalPath the names along the chain that decided how long the run took, first to last
 * @param findings what a person should know
 */
public record CleanResult(
    List<CleanupReport> cleanups, List<String> criticalPath, List<Finding> findings) {
  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if a value is null
   */
  public CleanResult {
    Arguments.given("cleanups", cleanups);
    criticalPath = List.copyOf(Arguments.given("criticalPath", criticalPath));
    findings = List.copyOf(Arguments.given("findings", findings));
  }
}
