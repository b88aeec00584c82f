package dev.lastcall.runtime;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Auditable;
import dev.lastcall.api.CleanupAdmission;
import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.Finding;
import dev.lastcall.api.Mode;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a cleanup passes on its way into the graph: it brings its audit identity, and the rules of
 * the house judge it. Thread-safe.
 */
final class Admission {
  private final List<CleanupAdmission> rules;
  private final Mode mode;
  private final Consumer<Finding> findings;

  Admission(List<CleanupAdmission> rules, Mode mode, Consumer<Finding> findings) {
    this.rules = List.copyOf(rules);
    this.mode = mode;
    this.findings = findings;
  }

  /**
   * Returns the specification under which an action is registered.
   *
   * @throws IllegalArgumentException if a rule refuses it
   */
  CleanupSpec admitted(CleanupSpec spec, Object action) {
    Arguments.given("spec", spec);
    CleanupSpec whole =
        action instanceof Auditable auditable && spec.audit().isEmpty()
            ? spec.audited(auditable)
            : spec;
    for (CleanupAdmission rule : rules) {
      rule.admit(whole, mode).ifPresent(findings);
    }
    return whole;
  }
}
