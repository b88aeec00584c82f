package dev.lastcall.rules;

import dev.lastcall.source.Call;
import dev.lastcall.source.Check;
import dev.lastcall.source.Facts;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Place;
import dev.lastcall.source.Places;
import dev.lastcall.source.Rule;
import dev.lastcall.source.Severity;
import dev.lastcall.source.SourceUnit;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds limits in cleanup that are longer than the grace period that platforms give, or as good as
 * none.
 */
final class ExcessiveTimeout implements Check {
  private static final Rule RULE =
      new Rule(
          "LC0301",
          "excessive-timeout",
          Severity.WARNING,
          "Cleanup is given more time than the process has.");

  /**
   * What Kubernetes gives a pod unless its manifest says otherwise ({@code
   * terminationGracePeriodSeconds}).
   */
  private static final Duration GRACE_PERIOD = Duration.ofSeconds(30);

  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration FOR_EVER_IN_PRACTICE = Duration.ofDays(1);

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(SourceUnit unit, Consumer<Finding> findings) {
    for (Call call : unit.calls().about("bound", "close", "limit")) {
      Optional<Places.Reach> reach = unit.places().of(call.node());
      Optional<Duration> bound = reach.flatMap(place -> bound(unit, call));
      Optional<Duration> longest = reach.flatMap(place -> bound.or(() -> byDefault(unit, call)));
      if (longest.isPresent()) {
        String how = bound.isPresent() ? "may wait " : "may by default wait ";
        findings.accept(
            finding(
                    unit,
                    call,
                    call.name() + "() " + how + text(longest.get()),
                    severity(longest.get(), reach.get().place()))
                .relatedTo(
                    unit.tree().span(reach.get().root()), "runs as cleanup because of this"));
      }
      setting(unit, call).ifPresent(findings);
    }
  }

  private static Finding finding(SourceUnit unit, Call call, String what, Severity severity) {
    return Finding.of(
            RULE,
            unit.tree().span(call.node()),
            what + "; the usual grace period is " + text(GRACE_PERIOD))
        .with(severity);
  }

  private static Optional<Duration> bound(SourceUnit unit, Call call) {
    return unit.facts()
        .about("bound", call)
        .flatMap(fact -> Bounds.given(unit, fact, call))
        .filter(ExcessiveTimeout::isExcessive);
  }

  private static Optional<Duration> byDefault(SourceUnit unit, Call call) {
    return unit.facts()
        .about("close", call)
        .filter(fact -> UnboundedWaits.applies(unit, fact, call))
        .flatMap(Facts.Fact::limit)
        .filter(ExcessiveTimeout::isExcessive);
  }

  /** A limit for cleanup that is set somewhere else than in cleanup. */
  private static Optional<Finding> setting(SourceUnit unit, Call call) {
    return unit.facts()
        .about("limit", call)
        .flatMap(fact -> Bounds.given(unit, fact, call))
        .filter(ExcessiveTimeout::isExcessive)
        .map(
            limit ->
                finding(
                    unit,
                    call,
                    call.name() + "() allows " + text(limit),
                    severity(limit, Place.DEFERRED)));
  }

  private static boolean isExcessive(Duration limit) {
    return limit.compareTo(GRACE_PERIOD) > 0;
  }

  /** An object may be closed long before the end, and then some minutes may be right. */
  private static Severity severity(Duration limit, Place place) {
    if (limit.compareTo(FOR_EVER_IN_PRACTICE) >= 0) {
      return UnboundedWaits.severity(place);
    }
    return place.isEnd() || limit.compareTo(LONG) >= 0 ? Severity.WARNING : Severity.NOTE;
  }

  private static String text(Duration limit) {
    if (limit.compareTo(FOR_EVER_IN_PRACTICE.multipliedBy(365)) >= 0) {
      return "for ever";
    }
    long seconds = limit.toSeconds();
    return seconds % 3600 == 0
        ? seconds / 3600 + " h"
        : seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
  }
}
