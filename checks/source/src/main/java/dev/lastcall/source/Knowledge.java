package dev.lastcall.source;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * What is known on the ways through one body: which of its conditions are settled by what was
 * tested or assigned before.
 *
 * <p>Only what a later condition asks is kept, so that ways join again where it no longer matters.
 * Confined to one thread.
 */
final class Knowledge {
  private final Variables variables;
  private final Calls calls;
  private final Flow flow;
  private final Conditions tests;
  private final Map<Integer, Optional<Conditions.Test>> told = new HashMap<>();
  private final Map<Conditions.Subject, BitSet> asked = new HashMap<>();

  private Knowledge(Variables variables, Calls calls, Flow flow) {
    this.variables = variables;
    this.calls = calls;
    this.flow = flow;
    this.tests = new Conditions(variables);
  }

  static Knowledge of(Flow flow, Variables variables, Calls calls) {
    Knowledge knowledge = new Knowledge(variables, calls, flow);
    knowledge.collect();
    return knowledge;
  }

  /** Where is each subject asked about later? */
  private void collect() {
    Map<Conditions.Subject, Set<Tree>> conditions = new HashMap<>();
    Map<Conditions.Subject, List<Flow.Step>> places = new HashMap<>();
    for (Flow.Step step : flow.steps()) {
      boolean condition =
          (step.kind() == Flow.Kind.TRUE || step.kind() == Flow.Kind.FALSE)
              && !(step.node() instanceof ReturnTree);
      Optional<Conditions.Test> test = condition ? tests.of(step.node()) : Optional.empty();
      told.put(step.index(), test);
      if (test.isPresent() && !(step.node() instanceof VariableTree)) {
        Conditions.Subject subject = test.get().subject();
        conditions.computeIfAbsent(subject, key -> new HashSet<>()).add(step.node());
        places.computeIfAbsent(subject, key -> new ArrayList<>()).add(step);
      }
    }
    addSources(conditions, places);
    List<List<Flow.Step>> before = conditions.isEmpty() ? List.of() : before();
    conditions.forEach(
        (subject, nodes) -> {
          if (subject.variable().isPresent() || nodes.size() > 1) {
            asked.put(subject, reaching(places.getOrDefault(subject, List.of()), before));
          }
        });
  }

  /** What is known of a name is asked where it is assigned to a variable that is asked about. */
  private void addSources(
      Map<Conditions.Subject, Set<Tree>> conditions,
      Map<Conditions.Subject, List<Flow.Step>> places) {
    boolean more = true;
    while (more) {
      more = false;
      for (Flow.Step step : flow.steps()) {
        if (step.kind() == Flow.Kind.ASSIGN) {
          Optional<Conditions.Subject> target = tests.variable(target(step.node()));
          Optional<Conditions.Subject> source = tests.variable(Values.bare(value(step.node())));
          if (source.isPresent() && target.filter(conditions::containsKey).isPresent()) {
            places.computeIfAbsent(source.get(), key -> new ArrayList<>()).add(step);
            more |= conditions.putIfAbsent(source.get(), Set.of(step.node())) == null;
          }
        }
      }
    }
  }

  private static Tree target(Tree node) {
    return node instanceof AssignmentTree assignment ? assignment.getVariable() : node;
  }

  private static Tree value(Tree node) {
    return node instanceof AssignmentTree assignment
        ? assignment.getExpression()
        : ((VariableTree) node).getInitializer();
  }

  private List<List<Flow.Step>> before() {
    List<List<Flow.Step>> before = new ArrayList<>();
    flow.steps().forEach(step -> before.add(new ArrayList<>()));
    for (Flow.Step step : flow.steps()) {
      flow.next(step).forEach(next -> before.get(next.index()).add(step));
      flow.whenItFails(step).forEach(next -> before.get(next.index()).add(step));
    }
    return before;
  }

  private static BitSet reaching(List<Flow.Step> places, List<List<Flow.Step>> before) {
    BitSet reaching = new BitSet();
    Deque<Flow.Step> open = new ArrayDeque<>(places);
    while (!open.isEmpty()) {
      Flow.Step step = open.pop();
      if (!reaching.get(step.index())) {
        reaching.set(step.index());
        open.addAll(before.get(step.index()));
      }
    }
    return reaching;
  }

  /** {@return what of this still matters at a step} */
  Map<Conditions.Subject, Conditions.Known> at(
      Flow.Step step, Map<Conditions.Subject, Conditions.Known> known) {
    return without(known, subject -> !asked.getOrDefault(subject, new BitSet()).get(step.index()));
  }

  /**
   * Returns what is known behind a step.
   *
   * @return empty if the way cannot be, because of what is known before
   */
  Optional<Map<Conditions.Subject, Conditions.Known>> behind(
      Flow.Step step, Map<Conditions.Subject, Conditions.Known> known) {
    return switch (step.kind()) {
      case TRUE, FALSE -> learn(step, known);
      case ASSIGN -> Optional.of(assign(step.node(), known));
      case CHANGE -> Optional.of(forget(known, changed(step.node())));
      case CALL -> Optional.of(called(step.node(), known));
      case JOIN -> Optional.of(joined(step.node(), known));
      default -> Optional.of(known);
    };
  }

  private Optional<Map<Conditions.Subject, Conditions.Known>> learn(
      Flow.Step step, Map<Conditions.Subject, Conditions.Known> known) {
    Optional<Conditions.Test> test = told.getOrDefault(step.index(), Optional.empty());
    if (test.isEmpty() || !asked.containsKey(test.get().subject())) {
      return Optional.of(known);
    }
    Conditions.Known now =
        step.kind() == Flow.Kind.TRUE ? test.get().whenTrue() : test.get().whenFalse();
    Conditions.Known before = known.get(test.get().subject());
    if (now == null || before == now) {
      return Optional.of(known);
    }
    return before == null ? Optional.of(with(known, test.get().subject(), now)) : Optional.empty();
  }

  private Map<Conditions.Subject, Conditions.Known> assign(
      Tree node, Map<Conditions.Subject, Conditions.Known> known) {
    Tree target = target(node);
    Optional<Element> element = variables.named(target).map(Element.class::cast);
    Optional<Conditions.Subject> subject = tests.variable(target);
    Conditions.Known now =
        element.isEmpty() ? null : given(element.get(), Values.bare(value(node)), known);
    Map<Conditions.Subject, Conditions.Known> left = forget(known, element);
    return now == null || subject.isEmpty() || !asked.containsKey(subject.get())
        ? left
        : with(left, subject.get(), now);
  }

  private Conditions.@Nullable Known given(
      Element variable, Tree value, Map<Conditions.Subject, Conditions.Known> known) {
    if (value.getKind() == Tree.Kind.NULL_LITERAL) {
      return Conditions.Known.NULL;
    }
    if (value instanceof LiteralTree literal && literal.getValue() instanceof Boolean constant) {
      return constant ? Conditions.Known.TRUE : Conditions.Known.FALSE;
    }
    if (variable.asType().getKind().isPrimitive()) {
      return null;
    }
    if (value instanceof NewClassTree || value instanceof LiteralTree) {
      return Conditions.Known.PRESENT;
    }
    Optional<Conditions.Subject> source = tests.variable(value);
    if (source.isPresent() && known.containsKey(source.get())) {
      return known.get(source.get());
    }
    return isNullOtherwise(variable) ? Conditions.Known.PRESENT : null;
  }

  /** A variable that begins as null is tested for that, not for what a call gives. */
  private boolean isNullOtherwise(Element variable) {
    return variables.assigned(variable).stream()
        .anyMatch(value -> Values.bare(value).getKind() == Tree.Kind.NULL_LITERAL);
  }

  private Optional<Element> changed(Tree node) {
    Tree target =
        node instanceof CompoundAssignmentTree assignment
            ? assignment.getVariable()
            : ((UnaryTree) node).getExpression();
    return variables.named(target).map(Element.class::cast);
  }

  /**
   * What a call may have changed: what it is called on, and the fields that a method of this file
   * assigns.
   */
  private Map<Conditions.Subject, Conditions.Known> called(
      Tree node, Map<Conditions.Subject, Conditions.Known> known) {
    if (known.isEmpty()) {
      return known;
    }
    Map<Conditions.Subject, Conditions.Known> left = known;
    if (node instanceof MethodInvocationTree call
        && call.getMethodSelect() instanceof MemberSelectTree select
        && !Conditions.asks(select.getIdentifier().toString())) {
      Optional<Element> on = variables.named(select.getExpression()).map(Element.class::cast);
      left =
          without(
              left,
              subject ->
                  subject.fleeting() && on.isPresent() && subject.names().contains(on.get()));
    }
    Optional<MethodTree> own = calls.at(node).flatMap(Call::method).flatMap(variables::method);
    return own.isEmpty()
        ? left
        : without(left, subject -> subject.fleeting() && isAssignedIn(subject, own.get()));
  }

  private boolean isAssignedIn(Conditions.Subject subject, MethodTree method) {
    return subject.variable().map(Set::of).orElse(subject.names()).stream()
        .anyMatch(name -> variables.isAssignedIn(name, method));
  }

  private Map<Conditions.Subject, Conditions.Known> joined(
      Tree node, Map<Conditions.Subject, Conditions.Known> known) {
    Map<Conditions.Subject, Conditions.Known> left =
        SourceTree.isLoop(node) ? without(known, Conditions.Subject::fleeting) : known;
    return node instanceof EnhancedForLoopTree each
        ? forget(left, variables.named(each.getVariable()).map(Element.class::cast))
        : left;
  }

  private static Map<Conditions.Subject, Conditions.Known> forget(
      Map<Conditions.Subject, Conditions.Known> known, Optional<Element> variable) {
    return variable.isEmpty()
        ? known
        : without(
            known,
            subject ->
                subject.variable().equals(variable) || subject.names().contains(variable.get()));
  }

  private static Map<Conditions.Subject, Conditions.Known> without(
      Map<Conditions.Subject, Conditions.Known> known, Predicate<Conditions.Subject> forgotten) {
    if (known.keySet().stream().noneMatch(forgotten)) {
      return known;
    }
    Map<Conditions.Subject, Conditions.Known> left = new HashMap<>(known);
    left.keySet().removeIf(forgotten);
    return left;
  }

  private static Map<Conditions.Subject, Conditions.Known> with(
      Map<Conditions.Subject, Conditions.Known> known,
      Conditions.Subject subject,
      Conditions.Known now) {
    Map<Conditions.Subject, Conditions.Known> more = new HashMap<>(known);
    more.put(subject, now);
    return more;
  }
}
