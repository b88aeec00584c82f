package dev.lastcall.audit;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.CleanupAdmission;
import dev.lastcall.api.CleanupKind;
import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.Finding;
import dev.lastcall.api.Mode;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which cleanups must have an audit identity.
 *
 * <pre>{@code
 * Lastcall.builder().admission(AuditPolicy.ofKinds(POOL, PRODUCER)).admission(AuditPolicy.named("billing-*"))
 * }</pre>
 *
 * <p>In strict mode a cleanup without one is refused when it is registered; in permissive mode it
 * is registered, and there is a finding. Policies that are installed side by side each demand what
 * they demand. Immutable and thread-safe.
 */
public final class AuditPolicy implements CleanupAdmission {
  private final Predicate<CleanupSpec> demands;
  private final String because;

  private AuditPolicy(Predicate<CleanupSpec> demands, String because) {
    this.demands = demands;
    this.because = because;
  }

  /**
   * Demands an identity of every cleanup.
   *
   * @return the policy
   */
  public static AuditPolicy everyCleanup() {
    return new AuditPolicy(spec -> true, "every cleanup must have one");
  }

  /**
   * Demands an identity of cleanups of some kinds.
   *
   * @param first a kind
   * @param others further ones
   * @return the policy
   * @throws IllegalArgumentException if a kind is null
   */
  public static AuditPolicy ofKinds(CleanupKind first, CleanupKind... others) {
    Set<CleanupKind> kinds = EnumSet.of(Arguments.given("kind", first));
    for (CleanupKind other : Arguments.given("kinds", others)) {
      kinds.add(Arguments.given("kind", other));
    }
    String words = kinds.toString().toLowerCase(Locale.ROOT);
    return new AuditPolicy(
        spec -> kinds.contains(spec.kind()),
        "every cleanup of the kinds " + words + " must have one");
  }

  /**
   * Demands an identity of cleanups whose names fit a pattern.
   *
   * @param pattern a name in which each {@code *} stands for any characters, or none
   * @return the policy
   * @throws IllegalArgumentException if the pattern is null or empty
   */
  public static AuditPolicy named(String pattern) {
    if (Arguments.given("pattern", pattern).isEmpty()) {
      throw Arguments.refusal("pattern", "\"\"", "a name, with * for any characters");
    }
    String expression =
        "\\Q" + pattern.replace("\\E", "\\E\\\\E\\Q").replace("*", "\\E.*\\Q") + "\\E";
    Predicate<String> fits = Pattern.compile(expression).asMatchPredicate();
    return new AuditPolicy(
        spec -> fits.test(spec.name()), "every cleanup named " + pattern + " must have one");
  }

  @Override
  public Optional<Finding> admit(CleanupSpec spec, Mode mode) {
    if (spec.audit().isPresent() || !demands.test(spec)) {
      return Optional.empty();
    }
    String expected = "audited(auditId, auditAction) for \"" + spec.name() + "\", as " + because;
    if (mode == Mode.STRICT) {
      throw Arguments.refusal("audit", "none", expected);
    }
    return Optional.of(
        new Finding(
            "audit-identity-missing",
            Finding.Severity.WARNING,
            Arguments.text("audit", "none", expected),
            "Add audited(auditId, auditAction) to its specification, or implement Auditable."));
  }

  @Override
  public String toString() {
    return because;
  }
}
