package dev.lastcall.rules;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import dev.lastcall.source.Call;
import dev.lastcall.source.SourceUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/** Work that writes something lasting, on daemon or virtual threads that nobody waits for. */
final class DurableWork {
  private DurableWork() {}

  /** {@return whether a call begins such work} */
  static boolean isLost(SourceUnit unit, Call call) {
    return unit.facts().about("later", call).isPresent()
        && !call.isReference()
        && isDurable(unit, call)
        && isOnDaemon(unit, call)
        && !Begun.isTaken(unit, call)
        && !isAwaited(unit, call)
        && !isCountedDown(unit, call);
  }

  /**
   * {@return whether a call begins a method of this file whose name says that it must not be lost}
   */
  static boolean isNamed(SourceUnit unit, Call call) {
    return Begun.bodies(unit, call).stream()
        .filter(MethodTree.class::isInstance)
        .map(body -> ((MethodTree) body).getName().toString())
        .anyMatch(name -> unit.facts().about("durable", name, 0, Set.of("*")).isPresent());
  }

  private static boolean isDurable(SourceUnit unit, Call call) {
    for (Tree body : Begun.bodies(unit, call)) {
      for (Call inside : Ran.by(unit, body)) {
        boolean known =
            unit.facts().about("durable", inside).isPresent()
                || (isUnknownType(inside)
                    && unit.facts()
                        .about("durable", inside.name(), inside.arity(), Set.of("*"))
                        .isPresent());
        if (known) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The JDK's own types are named by facts; a repository of the project's is known by its verbs.
   */
  private static boolean isUnknownType(Call call) {
    return call.receiver().isPresent()
        && call.types().stream()
            .noneMatch(type -> type.startsWith("java.util.") || type.startsWith("java.lang.ref"));
  }

  // The thread.

  private static boolean isOnDaemon(SourceUnit unit, Call call) {
    if (call.name().equals("startVirtualThread")) {
      return true;
    }
    if (call.name().equals("runAsync") || call.name().equals("supplyAsync")) {
      return call.arguments().size() == 1 || isDaemonPool(unit, call.argument(1));
    }
    if (call.name().equals("start")) {
      return call.receiver().filter(on -> isDaemonThread(unit, on)).isPresent();
    }
    return isDaemonPool(unit, call.receiver());
  }

  private static boolean isDaemonThread(SourceUnit unit, ExpressionTree thread) {
    for (ExpressionTree origin : unit.values().origins(thread)) {
      String text = origin.toString();
      boolean built =
          text.contains("ofVirtual()")
              || text.contains(".daemon()")
              || text.contains("daemon(true)");
      if (built) {
        return true;
      }
    }
    Optional<Element> name = Begun.named(unit, Optional.of(thread));
    return name.isPresent()
        && unit.calls().named("setDaemon").stream()
            .anyMatch(
                call ->
                    Begun.named(unit, call.receiver()).equals(name)
                        && call.arguments().toString().equals("true"));
  }

  private static boolean isDaemonPool(SourceUnit unit, Optional<ExpressionTree> pool) {
    return pool.isPresent()
        && unit.values().origins(pool.get()).stream()
            .map(unit.calls()::at)
            .anyMatch(
                made ->
                    made.filter(found -> isPool(unit, found))
                        .filter(found -> Daemons.of(unit, found) == Daemons.YES)
                        .isPresent());
  }

  private static boolean isPool(SourceUnit unit, Call creation) {
    return unit.facts().about("pool", creation).isPresent()
        || unit.facts().about("daemon-pool", creation).isPresent();
  }

  // Who waits.

  private static boolean isAwaited(SourceUnit unit, Call call) {
    Optional<Element> name =
        Begun.named(unit, call.receiver()).or(() -> Begun.named(unit, call.argument(1)));
    if (name.isEmpty()) {
      return false;
    }
    boolean resource = name.get().getKind() == ElementKind.RESOURCE_VARIABLE;
    Owners owners = new Owners(unit);
    return resource
        || isGiven(unit, name.get())
        || unit.calls().all().stream()
            .filter(
                other ->
                    other.is("join", "java.lang.Thread")
                        || unit.facts().about("awaits", other).isPresent())
            .anyMatch(
                other ->
                    owners.maybeSame(other.receiver(), call.receiver().or(() -> call.argument(1))));
  }

  /** Returned or handed on: others may wait. */
  private static boolean isGiven(SourceUnit unit, Element name) {
    for (Tree use : unit.variables().uses(name)) {
      Tree parent = unit.tree().parent(use).orElse(use);
      boolean argument =
          unit.calls()
              .at(parent)
              .filter(call -> call.arguments().contains(use))
              .filter(call -> unit.facts().about("borrows", call).isEmpty())
              .isPresent();
      if (argument
          || parent instanceof ReturnTree
          || parent instanceof NewClassTree
          || (parent instanceof AssignmentTree && isValue(parent, use))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isValue(Tree parent, Tree use) {
    return ((com.sun.source.tree.AssignmentTree) parent).getExpression() == use;
  }

  /** The work tells by a latch or a future that it has ended. */
  private static boolean isCountedDown(SourceUnit unit, Call call) {
    List<String> telling =
        List.of("countDown", "release", "arriveAndDeregister", "complete", "arrive");
    return Begun.bodies(unit, call).stream()
        .flatMap(body -> Ran.by(unit, body).stream())
        .anyMatch(inside -> telling.contains(inside.name()));
  }
}
