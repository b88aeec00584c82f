package dev.lastcall.rules;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import dev.lastcall.source.Call;
import dev.lastcall.source.Check;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Flow;
import dev.lastcall.source.Rule;
import dev.lastcall.source.Severity;
import dev.lastcall.source.SourceTree;
import dev.lastcall.source.SourceUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Finds cleanup that is skipped when the cleanup before it throws. */
final class CleanupAbortsRest implements Check {
  private static final Rule RULE =
      new Rule(
          "LC0802",
          "cleanup-aborts-rest",
          Severity.WARNING,
          "One failing cleanup skips the others.");

  /** What rarely throws, whatever it is called on. */
  private static final Pattern QUIET =
      Pattern.compile("cancel|shutdown(Now|Gracefully)?|interrupt|unsubscribe|dispose");

  private static final Pattern TAKING =
      Pattern.compile("(next|poll|pop|remove|take|pull|dequeue)([A-Z].*)?");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(SourceUnit unit, Consumer<Finding> findings) {
    Cleanups cleanups = Cleanups.of(unit);
    ForeignSteps steps = new ForeignSteps(unit);
    Set<Tree> bodies = new LinkedHashSet<>();
    // The steps of others and last words have any name, but stand in cleanup.
    boolean noCleanup = unit.places().isEmpty();
    for (Call call : noCleanup ? cleanups.candidates() : unit.calls().all()) {
      if (!call.isReference()
          && (cleanups.is(call)
              || cleanups.isOwn(call)
              || cleanups.isOwnAndThrows(call)
              || steps.isForeign(call)
              || steps.isLastWord(call))) {
        bodies.add(unit.bodies().around(call.node()));
      }
    }
    bodies.removeIf(body -> !cleanups.canBePlace(body));
    for (Tree body : bodies) {
      if (body instanceof MethodTree || body instanceof LambdaExpressionTree) {
        unit.flow(body)
            .ifPresent(flow -> new Body(unit, cleanups, steps, body, flow).check(findings));
      }
    }
    steps
        .allAtOnce()
        .forEach(
            node ->
                findings.accept(
                    Finding.of(
                        RULE,
                        unit.tree().span(node),
                        "if one of them throws, the rest of the loop is skipped")));
  }

  private static boolean isPlain(String type) {
    return type.matches("java\\.io\\.(Data|Buffered)\\w+|java\\.io\\.InputStreamReader");
  }

  /** One body. */
  private record Body(
      SourceUnit unit, Cleanups cleanups, ForeignSteps steps, Tree body, Flow flow) {
    void check(Consumer<Finding> findings) {
      Map<Tree, Finding> told = new LinkedHashMap<>();
      for (Flow.Step step : flow.steps()) {
        Optional<Call> call = cleanup(step);
        if (call.isPresent()) {
          Optional<Tree> place = cleanups.place(step.node(), body);
          boolean risky = canThrow(step, call.get()) && place.isPresent();
          if (risky && !isToldOf(told.get(place.get()))) {
            Optional<Call> skipped = skipped(step, call.get(), place.get());
            skipped.ifPresent(
                next -> told.merge(place.get(), finding(call.get(), next), Body::worse));
          }
        }
      }
      told.values().forEach(findings);
    }

    private static boolean isToldOf(@Nullable Finding before) {
      return before != null && before.severity() != Severity.NOTE;
    }

    private static Finding worse(Finding one, Finding other) {
      return other.severity().compareTo(one.severity()) < 0 ? other : one;
    }

    private Optional<Call> cleanup(Flow.Step step) {
      return step.kind() == Flow.Kind.CALL
          ? unit.calls().at(step.node()).filter(this::ends)
          : Optional.empty();
    }

    private boolean ends(Call call) {
      return cleanups.is(call)
          || cleanups.isOwn(call)
          || cleanups.isOwnAndThrows(call)
          || steps.isForeign(call)
          || steps.isLastWord(call);
    }

    private Finding finding(Call call, Call skipped) {
      String what =
          call.node() == skipped.node()
              ? "the rest of the loop is skipped"
              : unit.tree().text(skipped.node()) + " is skipped";
      return Finding.of(
              RULE,
              unit.tree().span(call.node()),
              "if " + unit.tree().text(call.node()) + " throws, " + what)
          .with(new Stakes(unit).beforeOthers(call))
          .relatedTo(unit.tree().span(skipped.node()), "skipped");
    }

    private boolean canThrow(Flow.Step step, Call call) {
      if (steps.isForeign(call) || steps.isLastWord(call)) {
        return true;
      }
      if (call.method().isPresent()) {
        return cleanups.canThrow(call) && !new Stakes(unit).isNothing(call);
      }
      return !QUIET.matcher(call.name()).matches()
          && call.types().stream().noneMatch(type -> type.startsWith("java."))
          && flow.whenItFails(step).stream()
              .anyMatch(
                  next ->
                      next.kind() == Flow.Kind.CATCH && cleanups.takesAll((CatchTree) next.node()));
    }

    /** What can follow if it succeeds, and cannot if it fails. */
    private Optional<Call> skipped(Flow.Step step, Call call, Tree place) {
      Set<Tree> failing = nodes(flow.whenItFails(step));
      if (failing.stream().anyMatch(this::endsProcess)) {
        return Optional.empty();
      }
      List<Flow.Step> after = new ArrayList<>(reached(flow.next(step)));
      List<Call> skipped =
          after.stream()
              .filter(next -> !failing.contains(next.node()))
              .filter(next -> unit.tree().isInside(next.node(), place))
              .filter(next -> cleanups.place(next.node(), body).filter(place::equals).isPresent())
              .flatMap(next -> skippable(next, call, place).stream())
              .filter(next -> steps.isForeign(next) || !steps.isLastWord(next))
              .filter(next -> isOther(call, next, place))
              .toList();
      boolean word = steps.isLastWord(call) && !steps.isForeign(call);
      boolean late = word && unit.facts().about("bound", call).isPresent();
      if (word && !late && skipped.stream().noneMatch(next -> steps.isAbout(call, next))) {
        return Optional.empty();
      }
      return skipped.stream().filter(next -> !word || !steps.isAbout(call, next)).findFirst();
    }

    /** Behind what throws for certain, anything that a finally block does with its own methods. */
    private Optional<Call> skippable(Flow.Step step, Call failing, Tree place) {
      boolean own = place != body && cleanups.throwsItself(failing);
      return cleanup(step)
          .or(
              () ->
                  own && step.kind() == Flow.Kind.CALL
                      ? unit.calls()
                          .at(step.node())
                          .filter(call -> unit.bodies().called(call).isPresent())
                      : Optional.empty());
    }

    private boolean endsProcess(Tree node) {
      return unit.calls().at(node).filter(call -> Exits.isEnd(unit, call)).isPresent();
    }

    private boolean isOther(Call call, Call next, Tree place) {
      if (call.node() == next.node()) {
        return unit.tree().ancestors(call.node()).stream()
            .takeWhile(above -> above != place)
            .anyMatch(above -> SourceTree.isLoop(above) && isAnotherEachTime(call, above));
      }
      Optional<ExpressionTree> one = cleanups.subject(call);
      Optional<ExpressionTree> other = cleanups.subject(next);
      boolean same =
          one.isPresent() && other.isPresent()
              ? unit.values().isSame(one.get(), other.get())
              : call.node().toString().equals(next.node().toString());
      boolean owns =
          one.isPresent()
              && other.isPresent()
              && (new Dependence(unit).isWrapped(other.get(), one.get())
                  || isViewOf(other.get(), one.get()));
      return !same && !owns && !isTakenFrom(one, other) && !isTakenFrom(other, one);
    }

    /** What only reads what was closed has nothing of its own to give back. */
    private boolean isViewOf(ExpressionTree view, ExpressionTree of) {
      return new Dependence(unit).isWrapped(of, view)
          && unit.types().is(view, "java.io.InputStream", "java.io.Reader")
          && unit.values().root(view).stream()
              .flatMap(name -> unit.variables().assigned(name).stream())
              .allMatch(
                  made -> unit.types().of(made).stream().anyMatch(CleanupAbortsRest::isPlain));
    }

    /** What is ended is of the loop, or is taken out of something; else it is tried again. */
    private boolean isAnotherEachTime(Call call, Tree loop) {
      Optional<ExpressionTree> subject = cleanups.subject(call);
      if (subject.isEmpty()) {
        return true;
      }
      Set<Element> names = new HashSet<>();
      new Names(unit, names).scan(subject.get(), null);
      return names.stream().anyMatch(name -> isOf(name, loop))
          || unit.calls().inside(subject.get()).stream()
              .anyMatch(taken -> TAKING.matcher(taken.name()).matches());
    }

    private boolean isOf(Element name, Tree loop) {
      return unit.variables()
              .declaration(name)
              .filter(declared -> unit.tree().isInside(declared, loop))
              .isPresent()
          || unit.variables().isChangedOtherwise(name)
          || unit.variables().assigned(name).stream()
              .anyMatch(value -> unit.tree().isInside(value, loop));
    }

    /** {@code channel.socket()} is the channel's own. */
    private static boolean isTakenFrom(
        Optional<ExpressionTree> part, Optional<ExpressionTree> whole) {
      return part.isPresent()
          && whole.isPresent()
          && part.get().toString().startsWith(whole.get() + ".");
    }

    private Set<Tree> nodes(List<Flow.Step> from) {
      Set<Tree> nodes = new HashSet<>();
      reached(from).forEach(step -> nodes.add(step.node()));
      return nodes;
    }

    private Set<Flow.Step> reached(List<Flow.Step> from) {
      Set<Flow.Step> reached = new LinkedHashSet<>();
      Deque<Flow.Step> open = new ArrayDeque<>(from);
      while (!open.isEmpty()) {
        Flow.Step step = open.poll();
        if (reached.add(step)) {
          open.addAll(flow.next(step));
          open.addAll(flow.whenItFails(step));
        }
      }
      return reached;
    }
  }
}
