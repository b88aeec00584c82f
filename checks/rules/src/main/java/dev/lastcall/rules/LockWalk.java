package dev.lastcall.rules;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.lastcall.source.Call;
import dev.lastcall.source.Flow;
import dev.lastcall.source.SourceUnit;
import dev.lastcall.source.Values;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Follows one lock on all ways through a body and the methods of the same file that it calls.
 * Confined to one thread.
 */
final class LockWalk {
  private static final int DEPTH = 2;

  /** Methods that do not fail in practice. */
  private static final Pattern HARMLESS =
      Pattern.compile(
          "trace|debug|info|warn|warning|error|fine|finer|finest|log|println|nanoTime|currentTimeMillis|currentThread|now|start|"
              + "(get|is|has)([A-Z].*)?");

  private final SourceUnit unit;
  private final Locks locks;
  private final LockName name;
  private final Map<Key, Outcome> known = new HashMap<>();

  /** What is so where the lock is given back, by call. */
  private final IdentityHashMap<Tree, Set<Hold>> released = new IdentityHashMap<>();

  LockWalk(SourceUnit unit, Locks locks, LockName name) {
    this.unit = unit;
    this.locks = locks;
    this.name = name;
  }

  private record Key(Tree body, Hold start) {}

  /** How a body can end. */
  private record Outcome(
      Set<Hold> ended, Set<Hold> whenTrue, Set<Hold> whenFalse, Set<Hold> failed) {
    static Outcome empty() {
      return new Outcome(
          new LinkedHashSet<>(),
          new LinkedHashSet<>(),
          new LinkedHashSet<>(),
          new LinkedHashSet<>());
    }
  }

  /**
   * Follows the lock.
   *
   * @return what can be so at each call that gives it back: of the lock's own method, or of a
   *     method of the file; empty if there are too many ways
   */
  Map<Tree, Set<Hold>> from(Tree body) {
    Optional<Flow> flow = unit.flow(body);
    boolean all = flow.isPresent() && walk(flow.get(), Hold.FREE, Outcome.empty(), 0);
    return all ? released : Map.of();
  }

  private boolean walk(Flow flow, Hold start, Outcome outcome, int depth) {
    Set<Tree> tested = new HashSet<>();
    flow.steps().stream()
        .filter(step -> step.kind() == Flow.Kind.TRUE)
        .forEach(step -> tested.add(step.node()));
    return unit.paths()
        .walk(
            flow,
            start,
            (step, before, fails) -> after(step, before, fails, outcome, tested, depth));
  }

  private @Nullable Hold after(
      Flow.Step step, Hold before, boolean fails, Outcome outcome, Set<Tree> tested, int depth) {
    return switch (step.kind()) {
      case CALL -> fails ? failed(step, before, depth) : called(step, before, tested, depth);
      case TRUE, FALSE -> tested(step, before, outcome, depth);
      case ASSIGN -> assigned(step.node(), before);
      case JOIN -> joined(step.node(), before);
      case END -> {
        outcome.ended().add(before);
        yield before;
      }
      case FAILED -> {
        outcome.failed().add(before);
        yield before;
      }
      default -> before;
    };
  }

  private @Nullable Hold failed(Flow.Step step, Hold before, int depth) {
    Optional<Locks.Use> use = use(step.node());
    if (use.isPresent()) {
      return use.get().acquires() && use.get().canThrow() ? before.denied(step.node()) : null;
    }
    if (locks.at(step.node()).filter(other -> !other.canThrow()).isPresent()) {
      return null;
    }
    Call call = unit.calls().at(step.node()).orElseThrow();
    Optional<Outcome> own = own(call, before, depth);
    if (own.isPresent()) {
      return own.get().failed().isEmpty() ? null : Hold.join(own.get().failed());
    }
    return isHarmless(call) ? null : before;
  }

  private boolean isHarmless(Call call) {
    return HARMLESS.matcher(call.name()).matches()
        || unit.tree().ancestors(call.node()).stream()
            .takeWhile(above -> !(above instanceof ExpressionStatementTree))
            .anyMatch(above -> locks.at(above).isPresent());
  }

  private Hold called(Flow.Step step, Hold before, Set<Tree> tested, int depth) {
    Optional<Locks.Use> use = use(step.node());
    if (use.isPresent() && use.get().acquires()) {
      return acquired(use.get(), before, tested);
    }
    if (use.isPresent() && use.get().releases()) {
      note(step.node(), before, depth);
      return before.released();
    }
    Call call = unit.calls().at(step.node()).orElseThrow();
    Optional<Outcome> own = own(call, before, depth);
    if (own.isEmpty()) {
      return isGiven(call) ? Hold.UNKNOWN : before;
    }
    if (givesBack(call, depth)) {
      note(step.node(), before, depth);
    }
    if (tested.contains(step.node()) || own.get().ended().isEmpty()) {
      return before;
    }
    return Hold.join(own.get().ended());
  }

  private void note(Tree node, Hold before, int depth) {
    if (depth == 0) {
      released.computeIfAbsent(node, key -> new LinkedHashSet<>()).add(before);
    }
  }

  private Hold acquired(Locks.Use use, Hold before, Set<Tree> tested) {
    Tree node = use.call().node();
    if (!use.tests()) {
      return before.acquired();
    }
    if (tested.contains(node)) {
      return before;
    }
    boolean ignored =
        unit.tree().parent(node).filter(ExpressionStatementTree.class::isInstance).isPresent();
    return ignored ? before.perhaps(node) : Hold.UNKNOWN;
  }

  private @Nullable Hold tested(Flow.Step step, Hold before, Outcome outcome, int depth) {
    boolean isTrue = step.kind() == Flow.Kind.TRUE;
    if (step.node() instanceof ReturnTree) {
      (isTrue ? outcome.whenTrue() : outcome.whenFalse()).add(before);
      return before;
    }
    Optional<Locks.Use> use = locks.at(step.node());
    if (use.isPresent() && use.get().kind().equals("holds") && use.get().name().isPartOf(name)) {
      return held(before, isTrue);
    }
    if (use(step.node()).filter(Locks.Use::acquires).isPresent()) {
      return isTrue ? before.acquired() : before.denied(step.node());
    }
    Optional<Outcome> own = unit.calls().at(step.node()).flatMap(call -> own(call, before, depth));
    if (own.isEmpty()) {
      return before;
    }
    Set<Hold> possible = isTrue ? own.get().whenTrue() : own.get().whenFalse();
    return possible.isEmpty() ? null : Hold.join(possible);
  }

  private static @Nullable Hold held(Hold before, boolean isTrue) {
    if (isTrue) {
      return before.kind() == Hold.Kind.HELD ? before : Hold.FREE.acquired();
    }
    return before.kind() == Hold.Kind.HELD ? null : before;
  }

  /** Another value in the variable is another lock. */
  private Hold assigned(Tree node, Hold before) {
    Tree target = node instanceof AssignmentTree assignment ? assignment.getVariable() : node;
    boolean other = name.local().isPresent() && unit.variables().named(target).equals(name.local());
    if (!other) {
      return before;
    }
    Tree value =
        Values.bare(
            node instanceof AssignmentTree assignment
                ? assignment.getExpression()
                : ((VariableTree) node).getInitializer());
    return unit.variables().named(value).isPresent() ? Hold.UNKNOWN : Hold.FREE;
  }

  private Hold joined(Tree node, Hold before) {
    boolean next =
        node instanceof EnhancedForLoopTree each
            && name.local().isPresent()
            && unit.variables().named(each.getVariable()).equals(name.local());
    return next ? Hold.FREE : before;
  }

  private Optional<Locks.Use> use(Tree node) {
    return locks.at(node).filter(use -> use.name().equals(name) && !use.kind().equals("holds"));
  }

  /** Whether somebody else's method is given the lock, and may do anything with it. */
  private boolean isGiven(Call call) {
    return call.arguments().stream()
        .anyMatch(argument -> LockName.of(unit, argument).filter(name::equals).isPresent());
  }

  private boolean givesBack(Call call, int depth) {
    return own(call, Hold.FREE.acquired(), depth)
        .filter(
            outcome ->
                !outcome.ended().isEmpty()
                    && outcome.ended().stream().allMatch(hold -> hold.kind() == Hold.Kind.RELEASED))
        .isPresent();
  }

  /** What a method of this file does to the lock, if it does anything. */
  private Optional<Outcome> own(Call call, Hold before, int depth) {
    Optional<MethodTree> method = unit.bodies().called(call);
    boolean here = call.receiver().map(on -> on.toString().equals("this")).orElse(true);
    if (depth >= DEPTH
        || !here
        || name.local().isPresent()
        || method.isEmpty()
        || !touches(method.get(), depth)) {
      return Optional.empty();
    }
    Key key = new Key(method.get(), before);
    Outcome outcome = known.get(key);
    if (outcome == null) {
      outcome = Outcome.empty();
      known.put(key, outcome);
      Outcome made = outcome;
      Optional<Flow> flow = unit.flow(method.get());
      boolean all = flow.isPresent() && walk(flow.get(), before, made, depth + 1);
      if (!all) {
        made.ended().add(Hold.UNKNOWN);
        made.failed().add(Hold.UNKNOWN);
      }
    }
    return Optional.of(outcome);
  }

  private boolean touches(MethodTree method, int depth) {
    Set<Boolean> touched = new HashSet<>();
    locks.in(method).forEach(use -> touched.add(use.name().equals(name)));
    return touched.contains(true)
        || (depth + 1 < DEPTH
            && unit.calls().inside(method).stream()
                .flatMap(call -> unit.bodies().called(call).stream())
                .anyMatch(called -> called != method && touches(called, depth + 1)));
  }

  /** {@return the kinds among holds} */
  static Set<Hold.Kind> kinds(Set<Hold> holds) {
    Set<Hold.Kind> kinds = EnumSet.noneOf(Hold.Kind.class);
    holds.forEach(hold -> kinds.add(hold.kind()));
    return kinds;
  }
}
