package dev.lastcall.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Runs checks over a file: each finding once, without those that the file suppresses. Immutable.
 */
public final class Checking {
  private final List<Check> checks;

  private Checking(List<Check> checks) {
    this.checks = List.copyOf(checks);
  }

  /** {@return a run of these checks} */
  public static Checking with(List<Check> checks) {
    return new Checking(checks);
  }

  /** {@return the rules that are looked for} */
  public List<Rule> rules() {
    return checks.stream().map(Check::rule).toList();
  }

  /**
   * Checks a file.
   *
   * @return what was found, in the order of the file
   */
  public List<Finding> check(SourceUnit unit) {
    List<Finding> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Check check : checks) {
      check.check(
          unit,
          finding -> {
            boolean first = seen.add(finding.rule().id() + "@" + finding.span().start());
            if (first) {
              found.add(finding);
            }
          });
    }
    if (!found.isEmpty()) {
      found.removeIf(Suppressions.of(unit.tree())::silence);
    }
    found.sort(
        Comparator.comparingInt((Finding finding) -> finding.span().start())
            .thenComparing(finding -> finding.rule().id()));
    return found;
  }
}
