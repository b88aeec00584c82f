package dev.lastcall.rules;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
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
import javax.lang.model.element.Modifier;

/** Finds cleanup that touches, on its own thread, what belongs to another one. */
final class ConfinedClient implements Check {
  private static final Rule RULE =
      new Rule(
          "LC1501",
          "confined-client-used-from-hook",
          Severity.ERROR,
          "Cleanup uses a client that only the thread may use that works with it.");

  /** Calls that prepare a client, on whatever thread makes it. */
  private static final Set<String> PREPARING =
      Set.of("<init>", "subscribe", "assign", "partitionsFor", "connect", "bind", "subscription");

  private static final Set<String> WAITING =
      Set.of("join", "await", "awaitTermination", "get", "acquire", "tryAcquire", "take");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(SourceUnit unit, Consumer<Finding> findings) {
    if (unit.places().isEmpty()) {
      return;
    }
    for (Call call : unit.calls().all()) {
      Optional<Facts.Fact> fact =
          unit.places().of(call.node()).flatMap(reach -> confined(unit, call));
      if (fact.isPresent() && !allowed(fact.get()).contains(call.name())) {
        onOtherThread(unit, call)
            .filter(reach -> isUsedElsewhere(unit, fact.get()))
            .filter(reach -> !waitsBefore(unit, call, reach) && !isLocked(unit, call))
            .filter(reach -> !isOwn(unit, call))
            .ifPresent(reach -> findings.accept(finding(unit, call, fact.get(), reach)));
      }
    }
  }

  private static Finding finding(SourceUnit unit, Call call, Facts.Fact fact, Places.Reach reach) {
    String type = fact.type().substring(fact.type().lastIndexOf('.') + 1);
    String instead =
        allowed(fact).contains("wakeup")
            ? "; wake it up and close it on the thread that polls"
            : "; have that thread do it";
    return Finding.of(
            RULE,
            unit.tree().span(call.node()),
            call.name() + "(): a " + type + " belongs to the thread that works with it" + instead)
        .relatedTo(unit.tree().span(reach.root()), "runs on a thread of the exit because of this");
  }

  private static Optional<Facts.Fact> confined(SourceUnit unit, Call call) {
    return call.name().equals("<init>")
        ? Optional.empty()
        : unit.facts().about("confined", "*", -1, call.types());
  }

  private static List<String> allowed(Facts.Fact fact) {
    return List.of(fact.value().split("[,\\s]+"));
  }

  private static Optional<Places.Reach> onOtherThread(SourceUnit unit, Call call) {
    return unit.places()
        .of(call.node())
        .filter(reach -> reach.place().isEnd())
        .filter(reach -> reach.place() != Place.CALLBACK || hasThread(unit));
  }

  /** A container's callback may well run on the thread that made the client. */
  private static boolean hasThread(SourceUnit unit) {
    return unit
            .calls()
            .named("start", "execute", "submit", "startVirtualThread", "runAsync")
            .stream()
            .anyMatch(call -> !call.isReference())
        || unit.tree().all(Tree.Kind.METHOD, MethodTree.class).stream()
            .anyMatch(method -> Requests.isHandler(unit, method));
  }

  /** Whether something else works with such a client, or is given one. */
  private static boolean isUsedElsewhere(SourceUnit unit, Facts.Fact fact) {
    List<String> allowed = allowed(fact);
    for (Call call : unit.calls().all()) {
      boolean works =
          call.isOn(fact.type())
              && !PREPARING.contains(call.name())
              && !allowed.contains(call.name())
              && unit.places().of(call.node()).filter(r -> r.place().isEnd()).isEmpty();
      boolean given =
          unit.facts().about("confined", "*", -1, call.types()).isEmpty()
              && unit.places().of(call.node()).isEmpty()
              && call.arguments().stream()
                  .anyMatch(argument -> unit.types().is(argument, fact.type()));
      if (works || given) {
        return true;
      }
    }
    return false;
  }

  /** The thread that worked with it has ended by then. */
  private static boolean waitsBefore(SourceUnit unit, Call call, Places.Reach reach) {
    for (Call earlier : Ran.by(unit, reach)) {
      if (earlier.node() == call.node()) {
        return false;
      }
      boolean monitor = earlier.is("wait", "java.lang.Object") && earlier.name().equals("wait");
      if (monitor || (WAITING.contains(earlier.name()) && isWait(earlier))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWait(Call call) {
    return call.types().stream().anyMatch(type -> type.startsWith("java.util.concurrent.Sema"))
        || call.types().stream()
            .anyMatch(
                type ->
                    type.equals("java.lang.Thread")
                        || type.equals("java.util.concurrent.CountDownLatch")
                        || type.equals("java.util.concurrent.Future")
                        || type.equals("java.util.concurrent.ExecutorService")
                        || type.equals("java.util.concurrent.BlockingQueue"))
        || call.types().isEmpty();
  }

  /** Only one at a time, whichever thread it is. */
  private static boolean isLocked(SourceUnit unit, Call call) {
    if (unit.tree().enclosing(call.node(), SynchronizedTree.class).isPresent()) {
      return true;
    }
    boolean method =
        unit.tree()
            .enclosing(call.node(), MethodTree.class)
            .filter(m -> m.getModifiers().getFlags().contains(Modifier.SYNCHRONIZED))
            .isPresent();
    return method
        || unit.calls().inside(unit.bodies().around(call.node())).stream()
            .anyMatch(
                other ->
                    (other.name().equals("lock") || other.name().equals("tryLock"))
                        && other.isOn("java.util.concurrent.locks.Lock")
                        && unit.tree().start(other.node()) < unit.tree().start(call.node()));
  }

  /** Made by the cleanup itself. */
  private static boolean isOwn(SourceUnit unit, Call call) {
    Optional<ExpressionTree> receiver = call.receiver();
    return receiver.isPresent()
        && !call.isReference()
        && !unit.values().origins(receiver.get()).isEmpty()
        && unit.values().origins(receiver.get()).stream()
            .allMatch(
                origin ->
                    unit.calls().at(origin).isPresent()
                        && unit.places().of(origin).filter(r -> r.place().isEnd()).isPresent());
  }
}
