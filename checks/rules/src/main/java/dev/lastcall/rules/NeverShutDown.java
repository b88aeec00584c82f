package dev.lastcall.rules;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import dev.lastcall.source.Call;
import dev.lastcall.source.Check;
import dev.lastcall.source.Elements;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Rule;
import dev.lastcall.source.Severity;
import dev.lastcall.source.SourceUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/**
 * Finds pools and timers that their owner never stops.
 *
 * <p>Facts: {@code pool} for what makes one whose threads keep the JVM alive, {@code stops} and
 * {@code forces} for what ends one, {@code borrows} for methods that use a pool and leave it to its
 * owner.
 */
final class NeverShutDown implements Check {
  private static final Rule RULE =
      new Rule(
          "LC0901",
          "executor-never-shutdown",
          Severity.WARNING,
          "A pool or a timer is never stopped by its owner.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(SourceUnit unit, Consumer<Finding> findings) {
    for (Call creation : unit.calls().about("pool")) {
      if (isPool(unit, creation)
          && !creation.isReference()
          && Daemons.of(unit, creation) == Daemons.NO
          && !isTimedOut(creation)) {
        message(unit, creation)
            .ifPresent(
                text -> findings.accept(Finding.of(RULE, unit.tree().span(creation.node()), text)));
      }
    }
  }

  /** A pool of exactly that class: what a subclass does with its threads is not known. */
  private static boolean isPool(SourceUnit unit, Call creation) {
    boolean exact =
        !(creation.node() instanceof NewClassTree made)
            || (made.getClassBody() == null
                && unit.facts()
                    .about("pool", creation)
                    .filter(fact -> fact.type().equals(unit.types().written(made.getIdentifier())))
                    .isPresent());
    return exact && unit.facts().about("pool", creation).isPresent();
  }

  /** {@code new ThreadPoolExecutor(0, …)} ends its idle threads by itself. */
  private static boolean isTimedOut(Call creation) {
    return creation.isOn("java.util.concurrent.ThreadPoolExecutor")
        && creation.argument(0).filter(core -> core.toString().equals("0")).isPresent();
  }

  private static Optional<String> message(SourceUnit unit, Call creation) {
    Tree value = creation.node();
    Tree parent = unit.tree().parent(value).orElse(value);
    while (parent instanceof ParenthesizedTree || parent instanceof TypeCastTree) {
      value = parent;
      parent = unit.tree().parent(parent).orElse(parent);
    }
    boolean dropped =
        (parent instanceof MemberSelectTree && isDropped(unit, parent))
            || parent instanceof ExpressionStatementTree
            || unit.calls().at(parent).filter(call -> borrows(unit, call)).isPresent();
    if (dropped) {
      return Optional.of("nobody keeps this pool, so nobody can stop it: its threads hold the JVM");
    }
    Optional<Element> holder =
        parent instanceof VariableTree
            ? unit.tree().element(parent)
            : parent instanceof AssignmentTree assignment
                ? unit.tree().element(assignment.getVariable())
                : Optional.empty();
    if (holder.isEmpty() || !isOwned(holder.get())) {
      return Optional.empty();
    }
    if (!new Search(unit).isStopped(holder.get())) {
      return Optional.of(
          "nothing here ever stops this pool: its threads hold the JVM, and what it was given is"
              + " not waited for");
    }
    return parent instanceof AssignmentTree assignment
            && Overwritten.is(unit, assignment, holder.get())
        ? Optional.of(
            "the pool that was here before is still running, and nobody can stop it any more")
        : Optional.empty();
  }

  private static boolean isDropped(SourceUnit unit, Tree select) {
    Tree call = unit.tree().parent(select).orElse(select);
    boolean stops =
        unit.calls()
            .at(call)
            .filter(
                found ->
                    unit.facts().about("stops", found).isPresent()
                        || unit.facts().about("forces", found).isPresent())
            .isPresent();
    Tree around = unit.tree().parent(call).orElse(call);
    return !stops && around instanceof ExpressionStatementTree;
  }

  private static boolean borrows(SourceUnit unit, Call call) {
    return unit.facts().about("borrows", call).isPresent();
  }

  private static boolean isOwned(Element holder) {
    if (holder.getKind() == ElementKind.LOCAL_VARIABLE) {
      return true;
    }
    if (holder.getKind() != ElementKind.FIELD) {
      return false;
    }
    return holder.getModifiers().contains(Modifier.PRIVATE)
        || Elements.owner(holder)
            .filter(owner -> owner.getModifiers().contains(Modifier.PRIVATE))
            .isPresent();
  }

  /** Follows a pool through the names that it gets. */
  private static final class Search {
    private final SourceUnit unit;
    private final Deque<Element> open = new ArrayDeque<>();
    private final Set<Element> seen = new HashSet<>();

    Search(SourceUnit unit) {
      this.unit = unit;
    }

    /** Whether somebody stops it, or may: where it is given away, others may. */
    boolean isStopped(Element holder) {
      open.add(holder);
      while (!open.isEmpty()) {
        Element name = open.poll();
        if (seen.add(name)) {
          boolean given = name.getKind() == ElementKind.FIELD && !isOwned(name);
          if (given
              || isResource(name)
              || unit.variables().uses(name).stream().anyMatch(this::mayStop)) {
            return true;
          }
        }
      }
      return exits();
    }

    private boolean isResource(Element name) {
      return name.getKind() == ElementKind.RESOURCE_VARIABLE;
    }

    /** A program that calls exit does not need its threads to end. */
    private boolean exits() {
      return unit.calls().named("exit", "halt").stream()
          .anyMatch(call -> call.isOn("java.lang.System") || call.isOn("java.lang.Runtime"));
    }

    private boolean mayStop(Tree use) {
      Tree parent = unit.tree().parent(use).orElse(use);
      boolean same =
          parent instanceof TypeCastTree
              || (parent instanceof ParenthesizedTree around && !isMonitor(around));
      if (same) {
        return mayStop(parent);
      }
      if (parent instanceof MemberSelectTree select) {
        return mayStop(select);
      }
      if (parent instanceof MemberReferenceTree) {
        return unit.calls().at(parent).filter(call -> Overwritten.ends(unit, call)).isPresent();
      }
      if (parent instanceof VariableTree || parent instanceof AssignmentTree) {
        return alias(use, parent);
      }
      if (parent instanceof BinaryTree
          || (parent instanceof ParenthesizedTree above && isMonitor(above))) {
        return false;
      }
      return unit.calls().at(parent).map(call -> isGiven(use, call)).orElse(true);
    }

    private boolean mayStop(MemberSelectTree select) {
      boolean self = unit.tree().element(select).filter(seen::contains).isPresent();
      Tree call = unit.tree().parent(select).orElse(select);
      return !self
          && unit.calls()
              .at(call)
              .map(
                  found ->
                      Overwritten.ends(unit, found)
                          || found.name().equals("allowCoreThreadTimeOut"))
              .orElse(false);
    }

    private boolean isMonitor(ParenthesizedTree parenthesized) {
      return unit.tree().parent(parenthesized).orElse(parenthesized) instanceof SynchronizedTree;
    }

    private boolean alias(Tree use, Tree parent) {
      ExpressionTree value =
          parent instanceof AssignmentTree assignment
              ? assignment.getExpression()
              : ((VariableTree) parent).getInitializer();
      if (value == use) {
        Tree target =
            parent instanceof AssignmentTree assignment ? assignment.getVariable() : parent;
        unit.tree().element(target).ifPresent(open::add);
      }
      return false;
    }

    private boolean isGiven(Tree use, Call call) {
      List<? extends ExpressionTree> arguments = call.arguments();
      int index = arguments.indexOf(use);
      if (index < 0 || borrows(unit, call)) {
        return false;
      }
      Optional<ExecutableElement> own =
          call.method().filter(method -> unit.bodies().called(call).isPresent());
      boolean toRecord =
          own.filter(method -> Elements.isMemberOf(method, ElementKind.RECORD)).isPresent();
      if (own.isPresent() && !toRecord && index < own.get().getParameters().size()) {
        open.add(own.get().getParameters().get(index));
        return false;
      }
      return true;
    }
  }
}
