package dev.lastcall.rules;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import dev.lastcall.source.Call;
import dev.lastcall.source.Place;
import dev.lastcall.source.SourceUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which cleanup stands around a piece of code and has still to be done when it runs.
 *
 * <p>Left out is what ends with the process anyway: locks, threads, and what was only read from.
 */
final class Pending {
  private static final Pattern LASTING =
      Pattern.compile(
          "(close|flush|delete|remove|commit|rollback|save|store|persist|stop"
              + "|shut[dD]own|destroy|dispose|clean|release|disconnect|unlock|unregister"
              + "|deregister|leave|logout|restore|drop|finish|end|terminate|tearDown|await"
              + "|undeploy|unmount)([A-Z].*)?");

  private final SourceUnit unit;
  private final Tree node;

  private Pending(SourceUnit unit, Tree node) {
    this.unit = unit;
    this.node = node;
  }

  /** {@return the resource or the finally block that is still to be closed, or to be run} */
  static Optional<Tree> at(SourceUnit unit, Tree node, Tree body) {
    Pending pending = new Pending(unit, node);
    Tree child = node;
    for (Tree at : unit.tree().ancestors(node)) {
      if (child == body) {
        return Optional.empty();
      }
      if (at instanceof TryTree attempt && child != attempt.getFinallyBlock()) {
        Optional<Tree> found = pending.of(attempt, child);
        if (found.isPresent()) {
          return found;
        }
      }
      child = at;
    }
    return Optional.empty();
  }

  private Optional<Tree> of(TryTree attempt, Tree from) {
    if (from == attempt.getBlock()) {
      for (Tree resource : attempt.getResources()) {
        if (matters(resource) && !isDone(resource)) {
          return Optional.of(resource);
        }
      }
    }
    BlockTree last = attempt.getFinallyBlock();
    boolean around = from == attempt.getBlock() || from instanceof CatchTree;
    return last != null && around && matters(last) ? Optional.of(last) : Optional.empty();
  }

  private boolean matters(Tree resource) {
    Set<String> types =
        resource instanceof VariableTree variable && variable.getInitializer() != null
            ? union(unit.types().of(variable), unit.types().of(variable.getInitializer()))
            : unit.types().of(resource);
    return !unit.facts().isAbout("passing", types);
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> all = new java.util.HashSet<>(one);
    all.addAll(other);
    return all;
  }

  private boolean matters(BlockTree last) {
    List<Call> cleanup =
        unit.calls().inside(last).stream()
            .filter(call -> !call.isReference() && isLasting(call))
            .toList();
    return !cleanup.isEmpty()
        && !cleanup.stream().allMatch(call -> isDoneBefore(call.node()) || isDoneByHook(call))
        && unit.calls().inside(last).stream().noneMatch(call -> Exits.isEnd(unit, call));
  }

  private boolean isLasting(Call call) {
    if (!LASTING.matcher(call.name()).matches() || unit.facts().isAbout("passing", call.types())) {
      return false;
    }
    return call.arguments().stream()
        .noneMatch(given -> unit.facts().isAbout("passing", unit.types().of(given)));
  }

  /** Whether a resource is closed or flushed before, or by a hook. */
  private boolean isDone(Tree resource) {
    String name =
        resource instanceof VariableTree variable
            ? variable.getName().toString()
            : resource.toString();
    for (Call call : unit.calls().all()) {
      boolean on = call.receiver().filter(found -> found.toString().equals(name)).isPresent();
      boolean ends = LASTING.matcher(call.name()).matches() && !call.name().equals("write");
      if (on && ends && (isBefore(call.node()) || isByHook(call))) {
        return true;
      }
    }
    return false;
  }

  private boolean isDoneBefore(Tree cleanup) {
    String text = cleanup.toString();
    return unit.calls().all().stream()
        .anyMatch(call -> call.node().toString().equals(text) && isBefore(call.node()));
  }

  /** Whether a call stands in a statement that is always run before the node. */
  private boolean isBefore(Tree call) {
    return before().stream().anyMatch(statement -> unit.tree().isInside(call, statement));
  }

  private List<Tree> before() {
    List<Tree> found = new ArrayList<>();
    Tree child = node;
    for (Tree at : unit.tree().ancestors(node)) {
      if (at instanceof BlockTree block) {
        earlier(block.getStatements(), child, found);
      } else if (at instanceof CaseTree branch && branch.getStatements() != null) {
        earlier(branch.getStatements(), child, found);
      } else if (at instanceof TryTree) {
        return found;
      }
      child = at;
    }
    return found;
  }

  private static void earlier(
      List<? extends StatementTree> statements, Tree child, List<Tree> into) {
    for (StatementTree statement : statements) {
      if (statement == child) {
        return;
      }
      into.add(statement);
    }
  }

  private boolean isDoneByHook(Call cleanup) {
    Optional<ExpressionTree> on = cleanup.receiver();
    return unit.calls().named(cleanup.name()).stream()
        .filter(this::isByHook)
        .anyMatch(
            call ->
                (on.isEmpty() && call.method().equals(cleanup.method()))
                    || (on.isPresent()
                        && call.receiver()
                            .filter(other -> unit.values().isSame(on.get(), other))
                            .isPresent()));
  }

  private boolean isByHook(Call call) {
    return unit.places().all().stream()
        .filter(reach -> reach.place() == Place.HOOK || reach.place() == Place.DEFERRED)
        .anyMatch(
            reach ->
                unit.tree().isInside(call.node(), reach.body())
                    || (reach.depth() == 0 && unit.tree().isInside(call.node(), reach.root())));
  }
}
