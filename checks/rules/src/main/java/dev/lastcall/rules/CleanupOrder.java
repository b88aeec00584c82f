package dev.lastcall.rules;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import dev.lastcall.source.Call;
import dev.lastcall.source.Check;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Place;
import dev.lastcall.source.Places;
import dev.lastcall.source.Rule;
import dev.lastcall.source.Severity;
import dev.lastcall.source.SourceUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Finds things that are closed while others still use them. */
final class CleanupOrder implements Check {
  private static final Rule RULE =
      new Rule(
          "LC0701", "cleanup-order", Severity.ERROR, "Something is closed before what uses it.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(SourceUnit unit, Consumer<Finding> findings) {
    Cleanups cleanups = Cleanups.of(unit);
    Set<Tree> bodies = new LinkedHashSet<>();
    for (Call call : cleanups.candidates()) {
      if (!call.isReference() && (Ends.isStop(cleanups, call) || cleanups.isOwn(call))) {
        bodies.add(unit.bodies().around(call.node()));
      }
    }
    bodies.removeIf(body -> !cleanups.canBePlace(body));
    Dependence dependence = new Dependence(unit);
    for (Tree body : bodies) {
      if (body instanceof MethodTree || body instanceof LambdaExpressionTree) {
        new Order(unit, cleanups, dependence).inside(body, findings);
        if (unit.places().of(body).isPresent()) {
          new UsedAfterEnd(unit, cleanups)
              .check(body, (closed, use) -> findings.accept(finding(unit, closed, use)));
        }
      }
    }
    new Order(unit, cleanups, dependence).betweenHooks(findings);
    new Order(unit, cleanups, dependence).inSequences(findings);
    new Order(unit, cleanups, dependence).betweenRegistrations(findings);
  }

  private static Finding finding(SourceUnit unit, Tree closed, Call use) {
    return Finding.of(
            RULE,
            unit.tree().span(closed),
            "this closes what " + use.name() + "() still writes to afterwards")
        .relatedTo(unit.tree().span(use.node()), "used here");
  }

  /** Compares the ends of a body, or of several. */
  private record Order(SourceUnit unit, Cleanups cleanups, Dependence dependence) {
    void inside(Tree body, Consumer<Finding> findings) {
      List<Ends.End> ends = new Ends(unit, cleanups).of(body);
      Branches branches = new Branches(unit);
      Services services = new Services(unit, cleanups);
      Set<Tree> told = new LinkedHashSet<>();
      for (int i = 0; i < ends.size(); i++) {
        for (int j = i + 1; j < ends.size(); j++) {
          Ends.End first = ends.get(i);
          Ends.End later = ends.get(j);
          boolean wrong =
              !first.isWait()
                  && !first.what().equals(later.what())
                  && first.node() != later.node()
                  && !services.isToldOnly(first.node())
                  && isSequence(body, first.node(), later.node())
                  && !branches.isEitherOr(first.node(), later.node())
                  && isTooEarly(ends.subList(0, i), first, later)
                  && !branches.isChosen(ends, first, later)
                  && !isHandedOn(body, first, later)
                  && told.add(first.node());
          if (wrong) {
            findings.accept(finding(first, later));
          }
        }
      }
    }

    /** A task was told before to end it: who ends it here again only makes sure. */
    private boolean isHandedOn(Tree body, Ends.End first, Ends.End later) {
      return unit.calls().inside(body).stream()
          .filter(call -> unit.tree().start(call.node()) < unit.tree().start(first.node()))
          .filter(call -> !cleanups.runsIn(call.node(), body))
          .anyMatch(
              call ->
                  cleanups
                      .subject(call)
                      .flatMap(unit.values()::root)
                      .filter(later.what()::equals)
                      .isPresent());
    }

    /** Both in code that is there to end things, not in what a failure leaves behind. */
    private boolean isSequence(Tree body, Tree first, Tree later) {
      return cleanups.place(first, body).isPresent()
          && cleanups.place(later, body).isPresent()
          && unit.tree().ancestors(first).stream()
              .takeWhile(above -> above != body)
              .noneMatch(CatchTree.class::isInstance);
    }

    /**
     * What uses it has not been ended before; if it was told to end, it is waited for only
     * afterwards.
     */
    private boolean isTooEarly(List<Ends.End> before, Ends.End first, Ends.End later) {
      boolean told = before.stream().anyMatch(end -> end.what().equals(later.what()));
      boolean waited =
          before.stream().anyMatch(end -> end.what().equals(later.what()) && end.isWait());
      if (waited
          || isForced(first, later)
          || (told && !later.isWait())
          || dependence.uses(first.what(), later.what())) {
        return false;
      }
      return told
          ? dependence.runs(later.what(), first.what())
          : dependence.uses(later.what(), first.what());
    }

    /** Two pools that are both cut off have nothing more to give each other. */
    private boolean isForced(Ends.End first, Ends.End later) {
      return isForced(first.node()) && isForced(later.node());
    }

    private boolean isForced(Tree node) {
      return unit.calls()
          .at(node)
          .filter(call -> unit.facts().about("forces", call).isPresent())
          .isPresent();
    }

    private Finding finding(Ends.End first, Ends.End later) {
      return finding(unit.tree().span(first.node()), first, later);
    }

    private Finding finding(Finding.Span place, Ends.End first, Ends.End later) {
      return Finding.of(
              RULE,
              place,
              first.what().getSimpleName()
                  + " is closed here, while "
                  + later.what().getSimpleName()
                  + " still uses it")
          .relatedTo(unit.tree().span(later.node()), later.what().getSimpleName() + " ends here");
    }

    /** What is ended in an order that stands elsewhere: in a list, in the order of opening. */
    void inSequences(Consumer<Finding> findings) {
      for (Sequences.Sequence sequence : new Sequences(unit, cleanups).all()) {
        firstTooEarly(sequence.ends())
            .ifPresent(
                pair ->
                    findings.accept(
                        finding(
                                unit.tree().span(sequence.place().orElse(pair.get(0).node())),
                                pair.get(0),
                                pair.get(1))
                            .relatedTo(
                                unit.tree().span(pair.get(0).node()), "this is closed first")));
      }
    }

    private Optional<List<Ends.End>> firstTooEarly(List<Ends.End> ends) {
      for (int i = 0; i < ends.size(); i++) {
        for (int j = i + 1; j < ends.size(); j++) {
          Ends.End first = ends.get(i);
          Ends.End later = ends.get(j);
          if (!first.isWait()
              && !first.what().equals(later.what())
              && isTooEarly(ends.subList(0, i), first, later)) {
            return Optional.of(List.of(first, later));
          }
        }
      }
      return Optional.empty();
    }

    /** {@code spec.after(other)}: what is registered with it runs when the other has ended. */
    void betweenRegistrations(Consumer<Finding> findings) {
      for (Call after : unit.calls().named("after")) {
        Optional<Call> later = registration(after.node());
        if (later.isPresent() && after.isOn("dev.lastcall.api.CleanupSpec")) {
          for (ExpressionTree named : after.arguments()) {
            unit.values()
                .origin(named)
                .flatMap(unit.calls()::at)
                .flatMap(first -> wrong(endsOf(first), endsOf(later.get())))
                .ifPresent(
                    pair ->
                        findings.accept(
                            finding(unit.tree().span(after.node()), pair.get(0), pair.get(1))));
          }
        }
      }
    }

    /** The registration that is given a specification, at once or by a variable. */
    private Optional<Call> registration(Tree specification) {
      return unit.places().registrations().stream()
          .filter(
              call ->
                  call.arguments().stream()
                      .flatMap(argument -> unit.values().origins(argument).stream())
                      .anyMatch(spec -> unit.tree().isInside(specification, spec)))
          .findFirst();
    }

    private List<Ends.End> endsOf(Call registration) {
      List<Ends.End> ends = new ArrayList<>();
      for (ExpressionTree argument : registration.arguments()) {
        for (Tree body : unit.bodies().of(argument)) {
          ends.addAll(new Ends(unit, cleanups).of(body));
        }
      }
      return ends;
    }

    /** Hooks of the JVM run at the same time, in no order. */
    void betweenHooks(Consumer<Finding> findings) {
      Map<Tree, List<Ends.End>> hooks = new LinkedHashMap<>();
      for (Places.Reach reach : unit.places().all()) {
        boolean hook =
            reach.place() == Place.HOOK
                && reach.depth() == 0
                && unit.calls()
                    .at(reach.root())
                    .filter(call -> call.name().equals("addShutdownHook") && call.arity() == 1)
                    .isPresent();
        if (hook) {
          hooks.put(reach.root(), new Ends(unit, cleanups).of(reach.body()));
        }
      }
      hooks.forEach(
          (root, ends) ->
              hooks.forEach(
                  (other, others) -> {
                    if (root != other) {
                      compare(ends, others, findings);
                    }
                  }));
    }

    private void compare(List<Ends.End> ends, List<Ends.End> others, Consumer<Finding> findings) {
      wrong(ends, others).ifPresent(pair -> findings.accept(finding(pair.get(0), pair.get(1))));
    }

    /** What is ended among the ones though it is used until the others end. */
    private Optional<List<Ends.End>> wrong(List<Ends.End> ends, List<Ends.End> others) {
      for (Ends.End first : ends) {
        for (Ends.End later : others) {
          boolean both = ends.stream().anyMatch(end -> end.what().equals(later.what()));
          if (!first.isWait()
              && !both
              && !first.what().equals(later.what())
              && dependence.uses(later.what(), first.what())
              && !dependence.uses(first.what(), later.what())) {
            return Optional.of(List.of(first, later));
          }
        }
      }
      return Optional.empty();
    }
  }
}
