package dev.lastcall.source;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Walks all ways through a body with a state of the caller's own, and leaves out those that cannot
 * be because of what is known about a variable: once it was tested for null, for true, or given
 * such a value.
 *
 * <p>A boolean that is the result of a call is followed both ways from the call on, so that {@code
 * boolean held = lock.tryLock()} and a later {@code if (held)} belong together. Confined to one
 * thread.
 */
public final class Paths {
  /** More pairs of step and state than this are not looked at. */
  private static final int MOST_VISITS = 40_000;

  private final Variables variables;

  private Paths(Variables variables) {
    this.variables = variables;
  }

  static Paths of(Variables variables) {
    return new Paths(variables);
  }

  /**
   * What a step does to the caller's state.
   *
   * @param <S> the state, with {@code equals}; few different ones
   */
  @FunctionalInterface
  public interface Transfer<S> {
    /**
     * Returns the state behind a step.
     *
     * @param step what happens; a boolean result of a call that is kept in a variable is told as
     *     {@code TRUE} or {@code FALSE} of that call
     * @param before the state before it
     * @param fails whether the step throws here
     * @return the state behind it, or null if the way need not be followed
     */
    @Nullable S after(Flow.Step step, S before, boolean fails);
  }

  /**
   * Walks.
   *
   * @param flow the body
   * @param start the state at its entry
   * @param transfer told of every step in every state that can reach it, perhaps twice
   * @return whether all ways were walked; false if there are too many
   */
  public <S> boolean walk(Flow flow, S start, Transfer<S> transfer) {
    return new Walk<>(flow, transfer, tested(flow)).from(start);
  }

  /**
   * {@return whether a way leads from the entry to a step that is wanted without a step that is
   * avoided}
   */
  public boolean canReach(
      Flow flow, BiPredicate<Flow.Step, Boolean> wanted, BiPredicate<Flow.Step, Boolean> avoided) {
    boolean[] found = {false};
    walk(
        flow,
        true,
        (step, state, fails) -> {
          if (avoided.test(step, fails)) {
            return null;
          }
          found[0] |= wanted.test(step, fails);
          return found[0] ? null : state;
        });
    return found[0];
  }

  /** Only variables that some condition tests are worth knowing. */
  private Set<Element> tested(Flow flow) {
    Set<Element> tested = new HashSet<>();
    for (Flow.Step step : flow.steps()) {
      if (step.kind() == Flow.Kind.TRUE) {
        condition(step.node()).ifPresent(test -> tested.add(test.variable()));
      }
    }
    return tested;
  }

  private enum Known {
    TRUE,
    FALSE,
    NULL,
    PRESENT
  }

  private record Test(Element variable, Known whenTrue, Known whenFalse) {}

  private Optional<Test> condition(Tree node) {
    if (node instanceof BinaryTree comparison
        && (node.getKind() == Tree.Kind.EQUAL_TO || node.getKind() == Tree.Kind.NOT_EQUAL_TO)) {
      boolean same = node.getKind() == Tree.Kind.EQUAL_TO;
      boolean left = comparison.getLeftOperand().getKind() == Tree.Kind.NULL_LITERAL;
      boolean right = comparison.getRightOperand().getKind() == Tree.Kind.NULL_LITERAL;
      Tree other = left ? comparison.getRightOperand() : comparison.getLeftOperand();
      return left || right
          ? variables
              .named(other)
              .map(
                  variable ->
                      new Test(
                          variable,
                          same ? Known.NULL : Known.PRESENT,
                          same ? Known.PRESENT : Known.NULL))
          : Optional.empty();
    }
    if (node instanceof InstanceOfTree) {
      return Optional.empty();
    }
    return variables.named(node).map(variable -> new Test(variable, Known.TRUE, Known.FALSE));
  }

  private record Position<S>(Flow.Step step, S state, Map<Element, Known> known) {}

  /** One walk. */
  private final class Walk<S> {
    private final Flow flow;
    private final Transfer<S> transfer;
    private final Set<Element> tested;
    private final Set<Position<S>> seen = new HashSet<>();
    private final Deque<Position<S>> open = new ArrayDeque<>();

    Walk(Flow flow, Transfer<S> transfer, Set<Element> tested) {
      this.flow = flow;
      this.transfer = transfer;
      this.tested = tested;
    }

    boolean from(S start) {
      push(new Position<>(flow.entry(), start, Map.of()));
      while (!open.isEmpty()) {
        if (seen.size() > MOST_VISITS) {
          return false;
        }
        visit(open.pop());
      }
      return true;
    }

    private void push(Position<S> position) {
      if (seen.add(position)) {
        open.push(position);
      }
    }

    private void visit(Position<S> at) {
      Flow.Step step = at.step();
      Set<Flow.Step> failing = new HashSet<>(flow.whenItFails(step));
      if (!failing.isEmpty()) {
        S state = transfer.after(step, at.state(), true);
        if (state != null) {
          failing.forEach(next -> push(new Position<>(next, state, at.known())));
        }
      }
      if (step.kind() == Flow.Kind.ASSIGN && assignBoolean(at)) {
        return;
      }
      Optional<Map<Element, Known>> known = learn(step, at.known());
      if (known.isEmpty()) {
        return;
      }
      S state = transfer.after(step, at.state(), false);
      if (state != null) {
        flow.next(step).forEach(next -> push(new Position<>(next, state, known.get())));
      }
    }

    /** Follows a tested boolean both ways from the call that gave it its value. */
    private boolean assignBoolean(Position<S> at) {
      Optional<Element> variable = assigned(at.step().node()).filter(tested::contains);
      Tree value = value(at.step().node());
      if (variable.isEmpty()
          || variable.get().asType().getKind() != javax.lang.model.type.TypeKind.BOOLEAN
          || value instanceof LiteralTree) {
        return false;
      }
      for (Known result : new Known[] {Known.TRUE, Known.FALSE}) {
        Flow.Kind kind = result == Known.TRUE ? Flow.Kind.TRUE : Flow.Kind.FALSE;
        S told = transfer.after(new Flow.Step(at.step().index(), kind, value), at.state(), false);
        S state = told == null ? null : transfer.after(at.step(), told, false);
        if (state != null) {
          Map<Element, Known> known = with(at.known(), variable.get(), result);
          flow.next(at.step()).forEach(next -> push(new Position<>(next, state, known)));
        }
      }
      return true;
    }

    /** What is known behind a step, empty if the way cannot be. */
    private Optional<Map<Element, Known>> learn(Flow.Step step, Map<Element, Known> known) {
      if (step.kind() == Flow.Kind.ASSIGN) {
        Optional<Element> variable = assigned(step.node()).filter(tested::contains);
        return variable.isEmpty()
            ? Optional.of(known)
            : Optional.of(assign(known, variable.get(), value(step.node())));
      }
      boolean isTrue = step.kind() == Flow.Kind.TRUE;
      Optional<Test> test =
          isTrue || step.kind() == Flow.Kind.FALSE ? condition(step.node()) : Optional.empty();
      if (test.isEmpty()) {
        return Optional.of(known);
      }
      Known now = isTrue ? test.get().whenTrue() : test.get().whenFalse();
      Known before = known.get(test.get().variable());
      return before != null && before != now
          ? Optional.empty()
          : Optional.of(with(known, test.get().variable(), now));
    }

    private Map<Element, Known> assign(Map<Element, Known> known, Element variable, Tree value) {
      if (value.getKind() == Tree.Kind.NULL_LITERAL) {
        return with(known, variable, Known.NULL);
      }
      if (value instanceof LiteralTree literal && literal.getValue() instanceof Boolean constant) {
        return with(known, variable, constant ? Known.TRUE : Known.FALSE);
      }
      boolean primitive = variable.asType().getKind().isPrimitive();
      if (!primitive && (value instanceof NewClassTree || !(value instanceof LiteralTree))) {
        return with(known, variable, Known.PRESENT);
      }
      Map<Element, Known> less = new HashMap<>(known);
      less.remove(variable);
      return less;
    }

    private static Map<Element, Known> with(
        Map<Element, Known> known, Element variable, Known now) {
      Map<Element, Known> more = new HashMap<>(known);
      more.put(variable, now);
      return more;
    }
  }

  private Optional<Element> assigned(Tree node) {
    Tree target = node instanceof AssignmentTree assignment ? assignment.getVariable() : node;
    return variables.named(target).map(Element.class::cast);
  }

  private static Tree value(Tree node) {
    ExpressionTree value =
        node instanceof AssignmentTree assignment
            ? assignment.getExpression()
            : ((VariableTree) node).getInitializer();
    return Values.bare(value);
  }
}
