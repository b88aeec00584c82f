package dev.lastcall.rules;

import com.sun.source.tree.MethodTree;
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
import java.util.List;
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

  private static final int DEPTH = 3;

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
      Optional<Duration> bound = reach.flatMap(place -> given(unit, call));
      Optional<Duration> limit = reach.flatMap(place -> bound.or(() -> byDefault(unit, call)));
      if (limit.isPresent()) {
        Duration longest = limit.get();
        String how = bound.isPresent() ? "may wait " : "may by default wait ";
        findings.accept(
            finding(
                    unit,
                    bound.isPresent() ? giver(unit, call) : call,
                    call.name() + "() " + how + text(longest),
                    severity(longest, reach.get().place()))
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

  /** The one call of this file that gives the limit, if it comes by a parameter. */
  private static Call giver(SourceUnit unit, Call wait) {
    Call at = wait;
    for (int depth = 0; depth < DEPTH; depth++) {
      at = nextGiver(unit, at);
    }
    return at;
  }

  private static Call nextGiver(SourceUnit unit, Call wait) {
    Optional<MethodTree> method = unit.tree().enclosing(wait.node(), MethodTree.class);
    boolean given =
        method.isPresent()
            && wait.arguments().stream()
                .flatMap(argument -> unit.variables().named(argument).stream())
                .flatMap(name -> unit.variables().declaration(name).stream())
                .anyMatch(declared -> method.get().getParameters().contains(declared));
    List<Call> callers =
        given
            ? unit.calls().named(method.get().getName().toString()).stream()
                .filter(call -> unit.bodies().called(call).equals(method))
                .toList()
            : List.of();
    return callers.size() == 1 ? callers.get(0) : wait;
  }

  private static Optional<Duration> given(SourceUnit unit, Call call) {
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
