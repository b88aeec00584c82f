package dev.lastcall.rules;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import dev.lastcall.source.Call;
import dev.lastcall.source.Check;
import dev.lastcall.source.Facts;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Place;
import dev.lastcall.source.Places;
import dev.lastcall.source.Rule;
import dev.lastcall.source.Severity;
import dev.lastcall.source.SourceUnit;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/**
 * Finds work that the end of the process cuts off: begun in cleanup and not awaited, or durable
 * work on threads for which no JVM waits.
 *
 * <p>Facts: {@code later} for methods that begin work and return, with {@code close} behind those
 * that matter in every {@code close()}; {@code awaits} and {@code awaits-work} for those that wait;
 * {@code durable} for what must not be lost.
 */
final class WorkLost implements Check {
  private static final Rule RULE =
      new Rule(
          "LC1201",
          "work-lost-at-exit",
          Severity.ERROR,
          "Work is begun and nobody waits for it: the end of the process cuts it off.");

  private static final Set<String> STAGES =
      Set.of(
          "java.util.concurrent.CompletionStage",
          "java.util.concurrent.CompletableFuture",
          "com.google.common.util.concurrent.ListenableFuture",
          "com.google.api.core.ApiFuture");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(SourceUnit unit, Consumer<Finding> findings) {
    boolean noCleanup = unit.places().isEmpty();
    for (Call call : noCleanup ? unit.calls().about("later") : unit.calls().all()) {
      Optional<Facts.Fact> begins = unit.facts().about("later", call);
      Optional<Places.Reach> reach = unit.places().of(call.node());
      if (reach.isPresent()) {
        boolean matters =
            begins
                .map(fact -> matters(unit, call, reach.get(), fact))
                .orElseGet(() -> reach.get().place().isEnd() && givesStage(unit, call));
        if (matters && isLost(unit, call, reach.get())) {
          findings.accept(inCleanup(unit, call, reach.get()));
        }
      } else if (DurableWork.isLost(unit, call)) {
        findings.accept(
            Finding.of(
                    RULE,
                    unit.tree().span(call.node()),
                    "this work must not be lost, but it runs on a thread for which the JVM does not"
                        + " wait, and nobody else does")
                .with(Severity.WARNING));
      }
    }
  }

  /** The result is there later, and the call is not one that only goes on with such a result. */
  private static boolean givesStage(SourceUnit unit, Call call) {
    return !call.name().equals("<init>")
        && call.types().stream().noneMatch(STAGES::contains)
        && (isNamedSo(call) || returnsStage(unit, call));
  }

  private static boolean returnsStage(SourceUnit unit, Call call) {
    return call.isReference()
        ? call.method()
            .map(method -> unit.types().of(method.getReturnType()))
            .filter(types -> types.stream().anyMatch(STAGES::contains))
            .isPresent()
        : unit.types().of(call.node()).stream().anyMatch(STAGES::contains);
  }

  /** Of an unknown type, and named as what returns before it is done. */
  private static boolean isNamedSo(Call call) {
    return call.method().isEmpty() && call.name().length() > 5 && call.name().endsWith("Async");
  }

  private static boolean matters(
      SourceUnit unit, Call call, Places.Reach reach, Facts.Fact begins) {
    return reach.place() == Place.HOOK
        || reach.place() == Place.CALLBACK
        || reach.place() == Place.DEFERRED
        || (reach.place() == Place.CLOSE
            && (begins.value().equals("close") || DurableWork.isNamed(unit, call)));
  }

  private static Finding inCleanup(SourceUnit unit, Call call, Places.Reach reach) {
    return Finding.of(
            RULE,
            unit.tree().span(call.node()),
            call.name() + "() begins work, and this cleanup ends without waiting for it")
        .with(reach.place() == Place.CLOSE ? Severity.WARNING : Severity.ERROR)
        .relatedTo(unit.tree().span(reach.root()), "runs as cleanup because of this");
  }

  private static boolean isLost(SourceUnit unit, Call call, Places.Reach reach) {
    if ((Begun.isTaken(unit, call) && !isReturnedToThread(unit, call, reach))
        || isLastGuard(unit, call)
        || usesParameter(unit, call, reach)
        || isOnResource(unit, call)) {
      return false;
    }
    Owners owners = new Owners(unit);
    boolean seen = false;
    for (Call other : Ran.by(unit, reach)) {
      if (other.node() == call.node()) {
        seen = true;
      } else if ((seen && waits(unit, other))
          || isAboutPool(unit, owners, other, call)
          || isHandedOver(unit, owners, other, call)) {
        return false;
      }
    }
    return true;
  }

  /** What a hook's own method returns goes to its thread, which does not look at it. */
  private static boolean isReturnedToThread(SourceUnit unit, Call call, Places.Reach reach) {
    return reach.place() == Place.HOOK
        && reach.depth() == 0
        && unit.tree().parent(call.node()).filter(ReturnTree.class::isInstance).isPresent();
  }

  /** A pool that is the resource of a try waits for its tasks when the block ends. */
  private static boolean isOnResource(SourceUnit unit, Call call) {
    return call.isOn("java.util.concurrent.ExecutorService")
        && Begun.named(unit, call.receiver())
            .flatMap(unit.variables()::declaration)
            .flatMap(unit.tree()::parent)
            .filter(TryTree.class::isInstance)
            .isPresent();
  }

  private static boolean waits(SourceUnit unit, Call call) {
    return unit.facts().about("awaits-work", call).isPresent()
        || call.is("join", "java.lang.Thread")
        || call.is("close", "java.util.concurrent.StructuredTaskScope");
  }

  /** Somebody else's method is given the thread or the pool: it may wait. */
  private static boolean isHandedOver(SourceUnit unit, Owners owners, Call other, Call call) {
    Optional<ExpressionTree> on = call.receiver();
    return on.flatMap(unit.variables()::named).isPresent()
        && unit.bodies().called(other).isEmpty()
        && !unit.places().isDetached(other)
        && other.arguments().stream()
            .filter(argument -> unit.variables().named(argument).isPresent())
            .anyMatch(argument -> owners.isSame(argument, on.get()));
  }

  /** The pool of the work is stopped or awaited here: that is the affair of other rules. */
  private static boolean isAboutPool(SourceUnit unit, Owners owners, Call other, Call call) {
    boolean ends =
        unit.facts().about("awaits", other).isPresent()
            || unit.facts().about("stops", other).isPresent()
            || unit.facts().about("flushes", other).isPresent();
    if (!ends) {
      return false;
    }
    return (other.receiver().isPresent()
            && call.receiver().isPresent()
            && owners.isSame(other.receiver().get(), call.receiver().get()))
        || call.arguments().stream()
            .anyMatch(
                argument ->
                    other.receiver().filter(pool -> owners.isSame(pool, argument)).isPresent());
  }

  /** A task that ends the process if the cleanup takes too long must not be waited for. */
  private static boolean isLastGuard(SourceUnit unit, Call call) {
    return Begun.bodies(unit, call).stream()
        .flatMap(body -> Ran.by(unit, body).stream())
        .anyMatch(
            inside ->
                Set.of("halt", "exit", "interrupt", "getAllStackTraces", "dumpAllThreads")
                    .contains(inside.name()));
  }

  /** A callback with a parameter tells by it, from the task, that it has ended. */
  private static boolean usesParameter(SourceUnit unit, Call call, Places.Reach reach) {
    Optional<MethodTree> method =
        unit.tree().enclosing(call.node(), MethodTree.class).filter(reach.root()::equals);
    return method.isPresent()
        && !method.get().getParameters().isEmpty()
        && unit.tree().all(Tree.Kind.IDENTIFIER, IdentifierTree.class).stream()
            .filter(name -> unit.tree().isInside(name, call.node()))
            .filter(
                name ->
                    unit.tree()
                        .enclosing(name, LambdaExpressionTree.class)
                        .filter(lambda -> unit.tree().isInside(lambda, call.node()))
                        .isPresent())
            .flatMap(name -> unit.tree().element(name).stream())
            .anyMatch(element -> isParameterOf(element, unit, method.get()));
  }

  private static boolean isParameterOf(Element element, SourceUnit unit, MethodTree method) {
    return element.getKind() == ElementKind.PARAMETER
        && unit.variables()
            .declaration(element)
            .filter(declared -> method.getParameters().contains(declared))
            .isPresent();
  }
}
