package dev.lastcall.runtime;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Finding;
import dev.lastcall.api.GracePeriod;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds out how long the platform lets this process take to end.
 *
 * <p>The first source wins that has a readable value: the builder, system property and environment,
 * Kubernetes, systemd, and at last {@link GracePeriod#DEFAULT_LENGTH}. What a {@code preStop} hook
 * has already spent is taken off. Stateless and thread-safe.
 */
final class GracePeriodDiscovery {
  private static final List<GraceSource> SOURCES =
      List.of(new GraceFromSettings(), new GraceFromKubernetes(), new GraceFromSystemd());

  private final Surroundings surroundings;

  GracePeriodDiscovery(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * Returns what is left of the grace period when the exit begins.
   *
   * @throws IllegalArgumentException if {@code preStop} leaves nothing
   */
  GracePeriod find(Optional<Duration> explicit, Duration preStop, Consumer<Finding> findings) {
    GracePeriod whole =
        explicit
            .map(length -> new GracePeriod(length, "builder"))
            .or(() -> firstOf(findings))
            .orElseGet(() -> assumed(findings));
    return preStop.isZero() ? whole : less(whole, preStop);
  }

  private Optional<GracePeriod> firstOf(Consumer<Finding> findings) {
    return SOURCES.stream().flatMap(source -> from(source, findings).stream()).findFirst();
  }

  /** A source that cannot be read at all is passed over: no start-up fails for it. */
  private Optional<GracePeriod> from(GraceSource source, Consumer<Finding> findings) {
    try {
      return source.find(surroundings, findings);
    } catch (RuntimeException unreadable) {
      findings.accept(
          new Finding(
              "grace-period-unreadable",
              Finding.Severity.WARNING,
              source.getClass().getSimpleName() + " cannot be asked: " + unreadable,
              "set LASTCALL_GRACE_PERIOD; until then the next source is used"));
      return Optional.empty();
    }
  }

  private GracePeriod assumed(Consumer<Finding> findings) {
    if (surroundings.isKubernetes()) {
      findings.accept(
          new Finding(
              "grace-period-assumed",
              Finding.Severity.WARNING,
              "the pod's grace period is not known, "
                  + GracePeriod.DEFAULT_LENGTH.toSeconds()
                  + " s assumed",
              "repeat terminationGracePeriodSeconds in the annotation "
                  + GraceFromKubernetes.ANNOTATION
                  + " or in "
                  + GraceFromSettings.VARIABLE));
    }
    return new GracePeriod(GracePeriod.DEFAULT_LENGTH, "default");
  }

  private static GracePeriod less(GracePeriod whole, Duration preStop) {
    Duration left = whole.length().minus(preStop);
    if (left.isNegative() || left.isZero()) {
      throw Arguments.refusal(
          "preStop", preStop, "< " + whole.length() + ", the grace period from " + whole.source());
    }
    return new GracePeriod(left, whole.source() + " less preStop " + preStop);
  }
}
