package dev.lastcall.rules;

import dev.lastcall.source.Call;
import dev.lastcall.source.Place;
import dev.lastcall.source.Places;
import dev.lastcall.source.SourceUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls that end the process. */
final class Exits {
  /** Where cleanup runs on a thread that the exit waits for. */
  private static final Set<Place> WAITED_FOR = Set.of(Place.HOOK, Place.DEFERRED, Place.CALLBACK);

  private Exits() {}

  /** {@return the calls that end the process in the ordinary way: hooks run, finally does not} */
  static List<Call> ordinary(SourceUnit unit) {
    return about(unit, "exit");
  }

  /** {@return the calls that end the process at once} */
  static List<Call> halts(SourceUnit unit) {
    return about(unit, "halt");
  }

  /** {@return whether a call ends the process, in whatever way} */
  static boolean isEnd(SourceUnit unit, Call call) {
    return unit.facts().about("exit", call).isPresent()
        || unit.facts().about("halt", call).isPresent();
  }

  /** {@return the cleanup that a call is part of, on a thread that the exit waits for} */
  static Optional<Places.Reach> waitedFor(SourceUnit unit, Call call) {
    return unit.places().of(call.node()).filter(reach -> WAITED_FOR.contains(reach.place()));
  }

  /**
   * {@return the ways on which the cleanup calls this code without asking first whether it is the
   * cleanup that calls}
   */
  static List<Chains.Chain> fromCleanup(SourceUnit unit, Call call) {
    List<Chains.Chain> ways = new ArrayList<>();
    for (Chains.Chain chain : Chains.to(unit, call.node(), unit.places()::isInline)) {
      boolean root =
          unit.places().all().stream()
              .anyMatch(
                  reach ->
                      reach.body() == chain.outermost()
                          && reach.depth() == 0
                          && WAITED_FOR.contains(reach.place()));
      if (root) {
        ways.add(chain);
      }
    }
    return ways;
  }

  private static List<Call> about(SourceUnit unit, String kind) {
    return unit.calls().about(kind).stream()
        .filter(call -> unit.facts().about(kind, call).isPresent())
        .toList();
  }
}
