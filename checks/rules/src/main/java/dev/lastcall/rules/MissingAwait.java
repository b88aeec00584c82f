package dev.lastcall.rules;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.lastcall.source.Call;
import dev.lastcall.source.Check;
import dev.lastcall.source.Facts;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Place;
import dev.lastcall.source.Places;
import dev.lastcall.source.Rule;
import dev.lastcall.source.Severity;
import dev.lastcall.source.SourceUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.TypeElement;

/**
 * Finds cleanup that tells a pool to stop and does not wait until its tasks have ended.
 *
 * <p>Facts: {@code stops} for methods that begin an orderly stop and return at once, with {@code
 * close} behind those for which it matters in every {@code close()}; {@code awaits} for methods
 * that wait for the end; {@code awaits-work} for those that wait for the work itself.
 */
final class MissingAwait implements Check {
  private static final Rule RULE =
      new Rule(
          "LC0902",
          "missing-await-termination",
          Severity.ERROR,
          "Cleanup stops a pool and does not wait for its tasks.");
  private static final Set<String> LISTENING = Set.of("addListener", "addListeners", "toString");
  private static final Set<String> TAKING =
      Set.of("map", "mapToObj", "flatMap", "deferAsync", "addTask", "thenCompose");
  private static final Set<String> ENDING =
      Set.of("close", "destroy", "doClose", "doStop", "dispose", "onStop");
  private static final Set<String> TELLING =
      Set.of("trace", "debug", "info", "warn", "error", "log", "println", "printf", "format");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(SourceUnit unit, Consumer<Finding> findings) {
    for (Call call : unit.calls().about("stops", "keeps-tasks")) {
      Optional<Facts.Fact> fact = unit.facts().about("stops", call);
      if (fact.isPresent()) {
        unit.places()
            .of(call.node())
            .filter(reach -> matters(reach, fact.get()))
            .filter(reach -> !isUsed(unit, call) && !isAwaited(unit, call, reach))
            .ifPresent(reach -> findings.accept(finding(unit, call, reach)));
      } else if (unit.facts().about("keeps-tasks", call).isPresent() && isUnlimited(unit, call)) {
        findings.accept(
            Finding.of(
                    RULE,
                    unit.tree().span(call.node()),
                    "the tasks are kept at the end, but without a time to wait the container does"
                        + " not wait for them")
                .with(Severity.WARNING));
      }
    }
  }

  /** A managed pool that is told to let its tasks end, and not how long to wait for that. */
  private static boolean isUnlimited(SourceUnit unit, Call keeps) {
    Owners owners = new Owners(unit);
    return keeps.argument(0).filter(value -> value.toString().equals("true")).isPresent()
        && unit.calls().about("waits-for-tasks").stream()
            .filter(call -> unit.facts().about("waits-for-tasks", call).isPresent())
            .noneMatch(call -> owners.maybeSame(call.receiver(), keeps.receiver()));
  }

  private static boolean matters(Places.Reach reach, Facts.Fact fact) {
    return reach.place().isEnd() || (reach.place() == Place.CLOSE && fact.value().equals("close"));
  }

  private static Finding finding(SourceUnit unit, Call call, Places.Reach reach) {
    Severity severity = reach.place() == Place.CLOSE ? Severity.WARNING : Severity.ERROR;
    String message =
        call.name()
            + "() returns at once, and nothing here waits for the tasks: those that run or wait in"
            + " the queue "
            + (reach.place() == Place.CLOSE ? "go on behind close()" : "die with the process");
    return Finding.of(RULE, unit.tree().span(call.node()), message)
        .with(severity)
        .relatedTo(unit.tree().span(reach.root()), "runs as cleanup because of this");
  }

  /** Whether somebody takes the future that the call returns, and does more than listen to it. */
  private static boolean isUsed(SourceUnit unit, Call call) {
    Tree at = call.node();
    Tree parent = unit.tree().parent(at).orElse(at);
    while (parent instanceof MemberSelectTree select) {
      if (!LISTENING.contains(select.getIdentifier().toString())) {
        return true;
      }
      at = unit.tree().parent(parent).orElse(parent);
      parent = unit.tree().parent(at).orElse(at);
    }
    if (parent instanceof VariableTree variable) {
      return unit.tree()
          .element(variable)
          .filter(kept -> !unit.variables().uses(kept).isEmpty())
          .isPresent();
    }
    if (call.isReference() || parent instanceof LambdaExpressionTree) {
      Tree function = call.isReference() ? call.node() : parent;
      Optional<Call> outer = unit.tree().parent(function).flatMap(unit.calls()::at);
      return outer.filter(taking -> TAKING.contains(taking.name())).isPresent();
    }
    return !(parent instanceof ExpressionStatementTree);
  }

  private static boolean isAwaited(SourceUnit unit, Call stop, Places.Reach reach) {
    Owners owners = new Owners(unit);
    for (Call call : Ran.by(unit, reach)) {
      if (awaits(unit, owners, call, stop) || unit.facts().about("awaits-work", call).isPresent()) {
        return true;
      }
    }
    if (reach.place() == Place.CLOSE && isAwaitedByCallers(unit, owners, stop)) {
      return true;
    }
    // Whoever calls a close() may wait for the end afterwards, by another method of the object.
    return reach.place() != Place.HOOK
        && reach.place() != Place.SIGNAL
        && unit.calls().all().stream()
            .anyMatch(
                call -> awaits(unit, owners, call, stop) || isLaterPhase(unit, owners, call, stop));
  }

  /** Whoever gives the pool a task waits for it there: nothing runs when the owner is closed. */
  private static boolean isAwaitedByCallers(SourceUnit unit, Owners owners, Call stop) {
    List<Call> given =
        unit.calls()
            .named("submit", "execute", "invokeAll", "invokeAny", "supplyAsync", "runAsync");
    List<Call> tasks = given.stream().filter(call -> isFor(owners, call, stop)).toList();
    return !tasks.isEmpty()
        && tasks.stream()
            .map(call -> unit.tree().enclosing(call.node(), MethodTree.class))
            .allMatch(
                method ->
                    method.isPresent()
                        && Ran.by(unit, method.get()).stream()
                            .anyMatch(call -> unit.facts().about("awaits-work", call).isPresent()));
  }

  private static boolean isFor(Owners owners, Call call, Call stop) {
    Optional<ExpressionTree> pool = stop.receiver();
    return pool.isPresent()
        && (call.receiver().filter(on -> owners.isSame(on, pool.get())).isPresent()
            || call.argument(1).filter(on -> owners.isSame(on, pool.get())).isPresent());
  }

  /** Another cleanup of the same object forces what this one has begun. */
  private static boolean isLaterPhase(SourceUnit unit, Owners owners, Call call, Call stop) {
    return unit.facts().about("forces", call).isPresent()
        && (unit.places().of(call.node()).isPresent() || isInEnding(unit, call))
        && owners.maybeSame(call.receiver(), stop.receiver());
  }

  /** A method that ends an object, though its supertypes, which would say so, are not here. */
  private static boolean isInEnding(SourceUnit unit, Call call) {
    return unit.tree()
        .enclosing(call.node(), MethodTree.class)
        .filter(method -> ENDING.contains(method.getName().toString()))
        .isPresent();
  }

  private static boolean awaits(SourceUnit unit, Owners owners, Call call, Call stop) {
    if (unit.facts().about("awaits", call).isPresent()) {
      // A length of time is an argument that no pool is kept in.
      return isOnType(unit, call)
          ? owners.maybeSame(call.argument(0), stop.receiver())
          : owners.maybeSame(call.receiver(), stop.receiver());
    }
    return isHandedOver(unit, owners, call, stop);
  }

  private static boolean isOnType(SourceUnit unit, Call call) {
    return call.receiver()
        .flatMap(unit.tree()::element)
        .filter(TypeElement.class::isInstance)
        .isPresent();
  }

  /** Somebody else's method is given the pool: it may do anything with it. */
  private static boolean isHandedOver(SourceUnit unit, Owners owners, Call call, Call stop) {
    List<? extends ExpressionTree> arguments = call.arguments();
    Optional<ExpressionTree> pool = stop.receiver();
    return !arguments.isEmpty()
        && pool.isPresent()
        && unit.places().of(call.node()).isPresent()
        && unit.bodies().called(call).isEmpty()
        && !TELLING.contains(call.name())
        && !unit.places().isDetached(call)
        && arguments.stream()
            .anyMatch(
                argument ->
                    unit.variables().named(argument).isPresent()
                        && owners.isSame(argument, pool.get()));
  }
}
