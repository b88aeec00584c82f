package dev.lastcall.rules;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import dev.lastcall.source.Call;
import dev.lastcall.source.Check;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Fix;
import dev.lastcall.source.Place;
import dev.lastcall.source.Places;
import dev.lastcall.source.Rule;
import dev.lastcall.source.Severity;
import dev.lastcall.source.SourceUnit;
import dev.lastcall.source.Values;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.Element;

/**
 * Finds cleanup that catches an interrupt and neither restores nor passes it on.
 *
 * <p>Facts: {@code interruptible} for methods that throw {@code InterruptedException} and may be
 * unresolved.
 */
final class InterruptSwallowed implements Check {
  private static final Rule RULE =
      new Rule(
          "LC1001",
          "interrupt-swallowed-in-cleanup",
          Severity.WARNING,
          "Cleanup catches an interrupt and forgets it.");
  private static final String INTERRUPTED = "java.lang.InterruptedException";
  private static final Set<String> BROAD = Set.of("java.lang.Exception", "java.lang.Throwable");

  /** Methods that are only told of the exception. */
  private static final Set<String> TOLD =
      Set.of(
          "trace",
          "debug",
          "info",
          "warn",
          "warning",
          "error",
          "fatal",
          "log",
          "severe",
          "fine",
          "finer",
          "finest",
          "config",
          "println",
          "printf",
          "print",
          "format",
          "append",
          "add",
          "addSuppressed",
          "initCause",
          "completeExceptionally",
          "setException",
          "setFailure",
          "valueOf",
          "getStackTraceAsString",
          "getMessage",
          "accept",
          "put",
          "offer",
          "report",
          "record",
          "fail",
          "set",
          "requireNonNull");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(SourceUnit unit, Consumer<Finding> findings) {
    for (CatchTree clause : unit.tree().all(Tree.Kind.CATCH, CatchTree.class)) {
      Optional<Places.Reach> reach =
          unit.places().of(clause).filter(found -> found.place() != Place.CLEANER);
      if (reach.isPresent() && catchesInterrupt(unit, clause) && !keeps(unit, clause)) {
        findings.accept(finding(unit, clause, reach.get()));
      }
    }
  }

  private static Finding finding(SourceUnit unit, CatchTree clause, Places.Reach reach) {
    String message =
        "the interrupt ends here: whoever told this cleanup to hurry is not heard by what comes"
            + " next";
    Finding found =
        Finding.of(RULE, unit.tree().span(clause), message)
            .with(endsThread(unit, clause, reach) ? Severity.NOTE : Severity.WARNING)
            .relatedTo(unit.tree().span(reach.root()), "runs as cleanup because of this");
    boolean only = alternatives(clause).size() == 1 && names(unit, clause).contains(INTERRUPTED);
    return only ? found.fixedBy(restore(unit, clause)) : found;
  }

  private static Fix restore(SourceUnit unit, CatchTree clause) {
    int inside = unit.tree().start(clause.getBlock()) + 1;
    return Fix.of(
        "Restore the interrupt",
        new Fix.Edit(inside, inside, "\nThread.currentThread().interrupt();"));
  }

  /**
   * The last thing that a hook's own thread does: nothing comes behind it that could hear the
   * interrupt.
   */
  private static boolean endsThread(SourceUnit unit, CatchTree clause, Places.Reach reach) {
    Tree statement = unit.tree().parent(clause).orElse(clause);
    Tree block = unit.tree().parent(statement).orElse(statement);
    Tree body =
        reach.body() instanceof LambdaExpressionTree lambda
            ? lambda.getBody()
            : reach.body() instanceof MethodTree method ? method.getBody() : reach.body();
    return reach.place() == Place.HOOK
        && reach.depth() == 0
        && block == body
        && block instanceof BlockTree statements
        && statements.getStatements().get(statements.getStatements().size() - 1) == statement;
  }

  // What is caught.

  private static List<? extends Tree> alternatives(CatchTree clause) {
    Tree type = clause.getParameter().getType();
    return type instanceof UnionTypeTree union ? union.getTypeAlternatives() : List.of(type);
  }

  private static List<String> names(SourceUnit unit, CatchTree clause) {
    return alternatives(clause).stream().map(unit.types()::written).toList();
  }

  private static boolean catchesInterrupt(SourceUnit unit, CatchTree clause) {
    List<String> names = names(unit, clause);
    if (names.contains(INTERRUPTED)) {
      return true;
    }
    if (names.stream().noneMatch(BROAD::contains)
        || !(unit.tree().parent(clause).orElse(clause) instanceof TryTree block)) {
      return false;
    }
    for (CatchTree earlier : block.getCatches()) {
      if (earlier == clause) {
        break;
      }
      if (names(unit, earlier).contains(INTERRUPTED)) {
        return false;
      }
    }
    return unit.calls().inside(block.getBlock()).stream()
        .anyMatch(call -> isInterruptible(unit, call) && reaches(unit, call.node(), block));
  }

  private static boolean isInterruptible(SourceUnit unit, Call call) {
    return unit.facts().about("interruptible", call).isPresent()
        || (!call.isReference()
            && call.method()
                .filter(
                    method ->
                        method.getThrownTypes().stream()
                            .anyMatch(thrown -> thrown.toString().equals(INTERRUPTED)))
                .isPresent());
  }

  /**
   * Whether an exception at a node comes to a try statement: no lambda, no nearer catch between.
   */
  private static boolean reaches(SourceUnit unit, Tree node, TryTree outer) {
    Tree below = node;
    for (Tree at : unit.tree().ancestors(node)) {
      if (at == outer) {
        return true;
      }
      boolean caught =
          at instanceof TryTree nearer && (below == nearer.getBlock()) && catchesIt(unit, nearer);
      if (caught || at instanceof LambdaExpressionTree || at instanceof MethodTree) {
        return false;
      }
      below = at;
    }
    return false;
  }

  private static boolean catchesIt(SourceUnit unit, TryTree block) {
    return block.getCatches().stream()
        .flatMap(clause -> names(unit, clause).stream())
        .anyMatch(name -> name.equals(INTERRUPTED) || BROAD.contains(name));
  }

  // What is done with it.

  private static boolean keeps(SourceUnit unit, CatchTree clause) {
    Optional<Element> caught = unit.tree().element(clause.getParameter());
    for (Call call : Ran.by(unit, clause.getBlock())) {
      if (restores(call) || isUnknown(unit, call, clause, caught)) {
        return true;
      }
    }
    for (ThrowTree thrown : unit.tree().all(Tree.Kind.THROW, ThrowTree.class)) {
      if (unit.tree().isInside(thrown, clause) && passesOn(unit, thrown, caught)) {
        return true;
      }
    }
    return isRestoredLater(unit, clause);
  }

  private static boolean restores(Call call) {
    String name = call.name().toLowerCase(Locale.ROOT);
    boolean asks = name.equals("interrupted") || name.startsWith("is");
    boolean ends =
        (call.isOn("java.lang.Runtime") || call.isOn("java.lang.System"))
            ? name.equals("halt") || name.equals("exit")
            : false;
    boolean restoring =
        name.equals("<init>") && call.types().stream().anyMatch(type -> type.contains("Interrupt"));
    return ends || restoring || (name.contains("interrupt") && !asks);
  }

  /** Somebody else's method is given the exception: it may throw it, or restore. */
  private static boolean isUnknown(
      SourceUnit unit, Call call, CatchTree clause, Optional<Element> caught) {
    return unit.tree().isInside(call.node(), clause)
        && !call.name().equals("<init>")
        && unit.bodies().called(call).isEmpty()
        && !TOLD.contains(call.name())
        && call.arguments().stream()
            .anyMatch(
                argument ->
                    caught.isPresent()
                        && unit.tree().element(Values.bare(argument)).equals(caught));
  }

  private static boolean passesOn(SourceUnit unit, ThrowTree thrown, Optional<Element> caught) {
    Tree value = Values.bare(thrown.getExpression());
    if (caught.isPresent() && unit.tree().element(value).equals(caught)) {
      return true;
    }
    String text =
        value instanceof NewClassTree creation
            ? creation.getIdentifier().toString()
            : value.toString();
    return text.contains("Interrupt")
        || unit.types().of(value).stream().anyMatch(name -> name.contains("Interrupt"));
  }

  /** A finally block restores, or a flag is set here and the method restores because of it. */
  private static boolean isRestoredLater(SourceUnit unit, CatchTree clause) {
    boolean flagged =
        unit.tree().all(Tree.Kind.ASSIGNMENT, AssignmentTree.class).stream()
            .anyMatch(flag -> unit.tree().isInside(flag, clause) && isTrue(flag.getExpression()));
    Tree body = unit.bodies().around(clause);
    for (Call call : unit.calls().named("interrupt")) {
      boolean same = unit.tree().isInside(call.node(), body);
      if (same && (flagged || isInFinally(unit, call.node(), clause))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTrue(ExpressionTree value) {
    return Values.bare(value) instanceof LiteralTree literal
        && Boolean.TRUE.equals(literal.getValue());
  }

  private static boolean isInFinally(SourceUnit unit, Tree node, CatchTree clause) {
    for (Tree at : unit.tree().ancestors(clause)) {
      if (at instanceof TryTree block
          && block.getFinallyBlock() != null
          && unit.tree().isInside(node, block.getFinallyBlock())) {
        return true;
      }
    }
    return false;
  }
}
