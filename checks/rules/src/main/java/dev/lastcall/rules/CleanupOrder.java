package dev.lastcall.rules;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
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
import javax.lang.model.element.Element;

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
    Cleanups cleanups = new Cleanups(unit);
    Set<Tree> bodies = new LinkedHashSet<>();
    for (Call call : cleanups.candidates()) {
      if (!call.isReference() && (isStop(cleanups, call) || cleanups.isOwn(call))) {
        bodies.add(unit.bodies().around(call.node()));
      }
    }
    Dependence dependence = new Dependence(unit);
    for (Tree body : bodies) {
      if (body instanceof MethodTree || body instanceof LambdaExpressionTree) {
        new Order(unit, cleanups, dependence).inside(body, findings);
      }
    }
    new Order(unit, cleanups, dependence).betweenHooks(findings);
  }

  private static boolean isStop(Cleanups cleanups, Call call) {
    return cleanups.is(call)
        && call.name()
            .matches(
                "close(Quietly|Now)?|shut[dD]own(Now)?|stop|destroy|dispose|disconnect|terminate");
  }

  /**
   * Something is ended, or waited for.
   *
   * @param what the variable
   * @param node where, in the body that is looked at
   * @param isWait whether this only waits until it has ended
   */
  private record End(Element what, Tree node, boolean isWait) {}

  /** Compares the ends of a body, or of several. */
  private record Order(SourceUnit unit, Cleanups cleanups, Dependence dependence) {
    void inside(Tree body, Consumer<Finding> findings) {
      List<End> ends = ends(body);
      Set<Tree> told = new LinkedHashSet<>();
      for (int i = 0; i < ends.size(); i++) {
        for (int j = i + 1; j < ends.size(); j++) {
          End first = ends.get(i);
          End later = ends.get(j);
          boolean wrong =
              !first.isWait()
                  && !first.what().equals(later.what())
                  && first.node() != later.node()
                  && isSequence(body, first.node(), later.node())
                  && !isEitherOr(first.node(), later.node())
                  && isTooEarly(ends.subList(0, i), first, later)
                  && told.add(first.node());
          if (wrong) {
            findings.accept(finding(first, later));
          }
        }
      }
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
    private boolean isTooEarly(List<End> before, End first, End later) {
      boolean told = before.stream().anyMatch(end -> end.what().equals(later.what()));
      boolean waited =
          before.stream().anyMatch(end -> end.what().equals(later.what()) && end.isWait());
      if (waited || (told && !later.isWait()) || dependence.uses(first.what(), later.what())) {
        return false;
      }
      return told
          ? dependence.runs(later.what(), first.what())
          : dependence.uses(later.what(), first.what());
    }

    private Finding finding(End first, End later) {
      return Finding.of(
              RULE,
              unit.tree().span(first.node()),
              first.what().getSimpleName()
                  + " is closed here, while "
                  + later.what().getSimpleName()
                  + " still uses it")
          .relatedTo(unit.tree().span(later.node()), later.what().getSimpleName() + " ends here");
    }

    /** Hooks of the JVM run at the same time, in no order. */
    void betweenHooks(Consumer<Finding> findings) {
      Map<Tree, List<End>> hooks = new LinkedHashMap<>();
      for (Places.Reach reach : unit.places().all()) {
        boolean hook =
            reach.place() == Place.HOOK
                && reach.depth() == 0
                && unit.calls()
                    .at(reach.root())
                    .filter(call -> call.name().equals("addShutdownHook") && call.arity() == 1)
                    .isPresent();
        if (hook) {
          hooks.put(reach.root(), ends(reach.body()));
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

    private void compare(List<End> ends, List<End> others, Consumer<Finding> findings) {
      for (End first : ends) {
        for (End later : others) {
          boolean both = ends.stream().anyMatch(end -> end.what().equals(later.what()));
          if (!first.isWait()
              && !both
              && !first.what().equals(later.what())
              && dependence.uses(later.what(), first.what())
              && !dependence.uses(first.what(), later.what())) {
            findings.accept(finding(first, later));
          }
        }
      }
    }

    private List<End> ends(Tree body) {
      List<End> ends = new ArrayList<>();
      for (Call call : unit.calls().inside(body)) {
        if (cleanups.runsIn(call.node(), body) || call.node() == body) {
          add(call, call.node(), ends, 0);
        }
      }
      if (body != null && unit.calls().at(body).isPresent()) {
        add(unit.calls().at(body).get(), body, ends, 0);
      }
      return ends;
    }

    private void add(Call call, Tree node, List<End> ends, int depth) {
      Optional<ExpressionTree> subject = subject(call);
      Optional<Element> what =
          subject
              .flatMap(unit.values()::root)
              .map(Element.class::cast)
              .filter(name -> !name.getSimpleName().toString().matches("this|super"));
      if (what.isPresent()) {
        boolean wait = call.name().matches("awaitTermination|join|await|blockUntilShutdown");
        ends.add(new End(what.get(), node, wait));
        return;
      }
      Optional<MethodTree> own = unit.bodies().called(call);
      if (own.isPresent() && depth < 2) {
        for (Call inner : unit.calls().inside(own.get())) {
          if (cleanups.runsIn(inner.node(), own.get())) {
            add(inner, node, ends, depth + 1);
          }
        }
      }
    }

    private Optional<ExpressionTree> subject(Call call) {
      if (isStop(cleanups, call)) {
        return cleanups.subject(call);
      }
      boolean ends =
          call.name()
              .matches(
                  "awaitTermination|join|interrupt|close|await|blockUntilShutdown|cancel|shutdownGracefully");
      return ends && !call.isReference() ? call.receiver() : Optional.empty();
    }

    /** In different branches of one choice. */
    private boolean isEitherOr(Tree one, Tree other) {
      List<Tree> above = unit.tree().ancestors(one);
      for (Tree choice : above) {
        if (unit.tree().isInside(other, choice)) {
          return choice instanceof IfTree
              || above.stream()
                  .takeWhile(tree -> tree != choice)
                  .anyMatch(CaseTree.class::isInstance)
              || unit.tree().ancestors(other).stream()
                  .takeWhile(tree -> tree != choice)
                  .anyMatch(CatchTree.class::isInstance)
              || above.stream()
                  .takeWhile(tree -> tree != choice)
                  .anyMatch(CatchTree.class::isInstance)
              || endsByItself(above, choice);
        }
      }
      return false;
    }

    /** The branch of the first one returns. */
    private boolean endsByItself(List<Tree> above, Tree upTo) {
      return above.stream()
          .takeWhile(tree -> tree != upTo)
          .filter(IfTree.class::isInstance)
          .anyMatch(
              choice ->
                  unit.tree().all(Tree.Kind.RETURN, Tree.class).stream()
                      .anyMatch(back -> unit.tree().isInside(back, choice)));
    }
  }
}
