package dev.lastcall.rules;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import dev.lastcall.source.Call;
import dev.lastcall.source.Check;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Places;
import dev.lastcall.source.Rule;
import dev.lastcall.source.Severity;
import dev.lastcall.source.SourceTree;
import dev.lastcall.source.SourceUnit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.ElementKind;

/**
 * Finds awaits of a pool's end whose answer nobody looks at, and those before the pool was told to
 * stop; in cleanup, waits for anything whose answer nobody looks at.
 *
 * <p>Facts: {@code verdict} for methods that answer whether a pool's end came in time, {@code
 * answers} for those that answer it of something else; {@code stops} and {@code forces} for what
 * tells a pool to end.
 */
final class AwaitMisused implements Check {
  private static final Rule RULE =
      new Rule(
          "LC0903",
          "await-misused",
          Severity.WARNING,
          "The end of something is awaited to no purpose.");

  /** Whoever waits longer than this does not expect to hear "no". */
  private static final Duration LONG = Duration.ofDays(1);

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(SourceUnit unit, Consumer<Finding> findings) {
    for (Call call : unit.calls().about("verdict", "answers")) {
      if (unit.facts().about("verdict", call).isPresent() && call.receiver().isPresent()) {
        message(unit, call)
            .ifPresent(
                text -> findings.accept(Finding.of(RULE, unit.tree().span(call.node()), text)));
      } else if (unit.facts().about("answers", call).isPresent()) {
        unit.places()
            .of(call.node())
            .filter(reach -> isUnheard(unit, call))
            .ifPresent(reach -> findings.accept(unheard(unit, call, reach)));
      }
    }
  }

  private static boolean isUnheard(SourceUnit unit, Call await) {
    return Unheard.is(unit, await)
        && !isLong(unit, await)
        && !isAskedAgain(unit, await)
        && !isFollowedUp(unit, new Owners(unit), await);
  }

  private static Finding unheard(SourceUnit unit, Call await, Places.Reach reach) {
    String text =
        "nobody looks at what "
            + await.name()
            + "() answers: when the time is over, the cleanup goes on as if what it waits for had"
            + " come";
    return Finding.of(RULE, unit.tree().span(await.node()), text)
        .relatedTo(unit.tree().span(reach.root()), "runs as cleanup because of this");
  }

  /** A loop looks by itself whether there is still something to wait for. */
  private static boolean isAskedAgain(SourceUnit unit, Call await) {
    Tree body = unit.bodies().around(await.node());
    return unit.tree().ancestors(await.node()).stream()
        .takeWhile(above -> above != body)
        .anyMatch(above -> SourceTree.isLoop(above) && !(above instanceof EnhancedForLoopTree));
  }

  private static Optional<String> message(SourceUnit unit, Call await) {
    Owners owners = new Owners(unit);
    if (isBeforeStop(unit, owners, await)) {
      return Optional.of(
          await.name()
              + "() comes before the pool is told to stop: a pool that still takes tasks does not"
              + " end, so this always takes the whole time");
    }
    if (Unheard.is(unit, await) && !isLong(unit, await) && !isFollowedUp(unit, owners, await)) {
      return Optional.of(
          "nobody looks at what "
              + await.name()
              + "() answers: when the time is over, tasks still run, and nothing forces or reports"
              + " them");
    }
    return Optional.empty();
  }

  // The answer.

  private static boolean isLong(SourceUnit unit, Call await) {
    return await.arguments().size() == 2
        && unit.amounts()
            .time(await.arguments().get(0), await.arguments().get(1))
            .filter(time -> time.compareTo(LONG) >= 0)
            .isPresent();
  }

  /**
   * The same method forces the pool anyway, or asks it how it is, outside of what only an exception
   * leads to.
   */
  private static boolean isFollowedUp(SourceUnit unit, Owners owners, Call await) {
    for (Tree top : tops(unit, unit.bodies().around(await.node()))) {
      for (Call call : Ran.by(unit, top)) {
        boolean looks =
            unit.facts().about("forces", call).isPresent()
                || unit.facts().about("asks", call).isPresent();
        if (looks && !isOnlyOnFailure(unit, call) && isOf(owners, call, await)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isOnlyOnFailure(SourceUnit unit, Call call) {
    return unit.tree().enclosing(call.node(), CatchTree.class).isPresent();
  }

  // The order.

  private static boolean isBeforeStop(SourceUnit unit, Owners owners, Call await) {
    boolean before = false;
    for (Tree top : tops(unit, unit.bodies().around(await.node()))) {
      List<Call> calls = Ran.by(unit, top);
      int here = indexOf(calls, await);
      if (here < 0
          || calls.subList(0, here).stream().anyMatch(call -> ends(unit, owners, call, await))) {
        return false;
      }
      before |=
          calls.subList(here, calls.size()).stream()
              .anyMatch(call -> isStop(unit, owners, call, await));
    }
    return before;
  }

  private static int indexOf(List<Call> calls, Call wanted) {
    for (int i = 0; i < calls.size(); i++) {
      if (calls.get(i).node() == wanted.node()) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Whether a later call begins the end; one that only forces it says little, unless nothing else
   * begins it.
   */
  private static boolean isStop(SourceUnit unit, Owners owners, Call call, Call await) {
    if (!isOf(owners, call, await) || isOnlyOnFailure(unit, call)) {
      return false;
    }
    if (unit.facts().about("stops", call).isPresent()) {
      return true;
    }
    return unit.facts().about("forces", call).isPresent()
        && isOwned(unit, await)
        && unit.calls().about("stops").stream()
            .noneMatch(
                other ->
                    unit.facts().about("stops", other).isPresent() && isOf(owners, other, await));
  }

  /** Whether the file itself makes the pool, and gives it to nobody who could stop it. */
  private static boolean isOwned(SourceUnit unit, Call await) {
    return await
        .receiver()
        .flatMap(unit.values()::root)
        .filter(pool -> pool.getKind() != ElementKind.PARAMETER)
        .filter(
            pool ->
                unit.variables().assigned(pool).stream()
                    .anyMatch(value -> unit.calls().at(value).isPresent()))
        .isPresent();
  }

  private static boolean ends(SourceUnit unit, Owners owners, Call call, Call await) {
    boolean ending =
        unit.facts().about("stops", call).isPresent()
            || unit.facts().about("forces", call).isPresent();
    return (ending && owners.maybeSame(call.receiver(), await.receiver()))
        || call.arguments().stream()
            .anyMatch(argument -> isHandedOver(owners, argument, call, await));
  }

  private static boolean isHandedOver(
      Owners owners, ExpressionTree argument, Call call, Call await) {
    return call.method().isEmpty() && owners.isSame(argument, await.receiver().orElseThrow());
  }

  private static boolean isOf(Owners owners, Call call, Call await) {
    return call.receiver()
        .filter(pool -> owners.isSame(pool, await.receiver().orElseThrow()))
        .isPresent();
  }

  /** The bodies from which a body is called in this file; itself if from none. */
  private static Set<Tree> tops(SourceUnit unit, Tree body) {
    Set<Tree> tops = new LinkedHashSet<>();
    climb(unit, body, new ArrayList<>(), tops);
    return tops;
  }

  private static void climb(SourceUnit unit, Tree body, List<Tree> way, Set<Tree> tops) {
    way.add(body);
    boolean called = false;
    if (body instanceof MethodTree method && way.size() < 5) {
      for (Call call : unit.calls().named(method.getName().toString())) {
        Tree caller = unit.bodies().around(call.node());
        boolean runs = !call.isReference() || unit.places().isInline(call.node());
        if (runs
            && unit.bodies().called(call).filter(body::equals).isPresent()
            && !way.contains(caller)) {
          called = true;
          climb(unit, caller, new ArrayList<>(way), tops);
        }
      }
    } else if (body instanceof LambdaExpressionTree && unit.places().isInline(body)) {
      called = true;
      climb(unit, unit.bodies().around(body), way, tops);
    }
    if (!called) {
      tops.add(body);
    }
  }
}
