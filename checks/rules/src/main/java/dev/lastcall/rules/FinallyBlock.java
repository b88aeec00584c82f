package dev.lastcall.rules;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import dev.lastcall.source.Call;
import dev.lastcall.source.Severity;
import dev.lastcall.source.SourceUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/** A finally block, and what in it can take the place of the exception on its way. */
record FinallyBlock(SourceUnit unit, TryTree guard, BlockTree block) {
  private static final Pattern UNDOES =
      Pattern.compile(
          "(set|reset|restore|remove|delete|commit|flush|write|save|store|update|unset|clear|undo|revert|force|sync)([A-Z].*)?");

  /** Methods that take nothing but what is there, or say that they do not throw. */
  private static final Pattern HARMLESS =
      Pattern.compile("(safe|quiet).*|.*Quietly|poll|size|isEmpty");

  /**
   * Something that hides the exception on its way.
   *
   * @param node where
   * @param what what it does to that
   * @param severity how likely it does
   */
  record Mask(Tree node, String what, Severity severity) {}

  void check(Consumer<Mask> masks) {
    if (!canThrow() || handlesAll() || keepsBoth()) {
      return;
    }
    new Jumps(unit, block)
        .all()
        .filter(this::isUnconditional)
        .forEach(
            jump ->
                masks.accept(
                    new Mask(
                        jump,
                        "this ends the exception of the try block: nobody hears of it",
                        Severity.WARNING)));
    thrown()
        .filter(this::isUnconditional)
        .forEach(
            thrown ->
                masks.accept(
                    new Mask(
                        thrown,
                        "this takes the place of the exception of the try block",
                        Severity.WARNING)));
    boolean chain = isChain() || isInCleanup();
    calls()
        .filter(call -> !chain && isUnconditional(call.node()))
        .findFirst()
        .filter(call -> !isSequence())
        .ifPresent(call -> masks.accept(mask(call)));
  }

  private Mask mask(Call call) {
    return new Mask(
        call.node(),
        unit.tree().text(call.node())
            + " can throw, and what it throws takes the place of the exception of the try block",
        new Stakes(unit).whileFailing(call));
  }

  /** It takes back, or completes, what the block did; waits that are interrupted are left out. */
  private boolean isUndoing(Call call) {
    return UNDOES.matcher(call.name()).matches()
        && !call.name().endsWith("OnExit")
        && !cleanups().isOnlyInterrupted(call);
  }

  /** Several things are ended one after the other: another rule says so. */
  private boolean isSequence() {
    return calls()
            .filter(call -> cleanups().is(call) || cleanups().isOwn(call))
            .map(call -> cleanups().subject(call).map(Object::toString).orElse(call.name()))
            .distinct()
            .count()
        > 1;
  }

  private boolean canThrow() {
    return unit.calls().inside(guard.getBlock()).stream()
            .filter(call -> !HARMLESS.matcher(call.name()).matches())
            .anyMatch(call -> cleanups().runsIn(call.node(), guard.getBlock()))
        || unit.tree().all(Tree.Kind.THROW, ThrowTree.class).stream()
            .anyMatch(thrown -> cleanups().runsIn(thrown, guard));
  }

  private Cleanups cleanups() {
    return new Cleanups(unit);
  }

  /** Nothing but errors is on its way here. */
  private boolean handlesAll() {
    return guard.getCatches().stream().anyMatch(clause -> cleanups().takesAll(clause))
        && unit.tree().all(Tree.Kind.THROW, ThrowTree.class).stream()
            .noneMatch(
                thrown ->
                    guard.getCatches().stream()
                        .filter(clause -> !takesOnlyErrors(clause))
                        .anyMatch(clause -> cleanups().runsIn(thrown, clause)));
  }

  private boolean takesOnlyErrors(CatchTree clause) {
    return unit.types().of(clause.getParameter()).contains("java.lang.Error");
  }

  /**
   * The exception on its way, which is older than the block, is given the other, or given to it.
   */
  private boolean keepsBoth() {
    return unit.calls().inside(block).stream()
            .filter(call -> unit.bodies().called(call).isPresent())
            .flatMap(call -> call.arguments().stream())
            .anyMatch(given -> unit.types().is(given, "java.lang.Throwable") && isOlder(given))
        || isAdded();
  }

  private boolean isAdded() {
    return unit.calls().named("addSuppressed").stream()
        .filter(call -> unit.tree().isInside(call.node(), block))
        .anyMatch(
            call ->
                call.receiver().filter(this::isOlder).isPresent()
                    || call.arguments().stream().anyMatch(this::isOlder));
  }

  private boolean isOlder(ExpressionTree exception) {
    return unit.variables()
        .named(exception)
        .flatMap(unit.variables()::declaration)
        .filter(declared -> unit.tree().isInside(declared, block))
        .isEmpty();
  }

  /** Closing one thing after the other, each whatever the ones before do. */
  private boolean isChain() {
    List<Call> before =
        unit.calls().inside(guard.getBlock()).stream()
            .filter(call -> cleanups().runsIn(call.node(), guard.getBlock()))
            .toList();
    return before.stream()
        .allMatch(
            call ->
                cleanups().is(call)
                    || cleanups().isOwn(call)
                    || call.name()
                        .matches("get.*|is.*|flush|finish|complete|debug|info|trace|log"));
  }

  /** {@code close()} that closes what it stands on, whatever its own last work did. */
  private boolean isInCleanup() {
    return unit.bodies().around(guard) instanceof MethodTree method && cleanups().isNamed(method);
  }

  private Stream<ThrowTree> thrown() {
    return unit.tree().all(Tree.Kind.THROW, ThrowTree.class).stream()
        .filter(thrown -> cleanups().runsIn(thrown, block) && !isCaught(thrown))
        .filter(thrown -> !isFirst(thrown))
        .filter(thrown -> !isChain() || !isOfCleanup(thrown));
  }

  /** What is thrown, or its cause, was there before: it was on its way, or the clauses kept it. */
  private boolean isFirst(ThrowTree thrown) {
    ExpressionTree exception = thrown.getExpression();
    return (unit.variables().named(exception).isPresent() && isOlder(exception))
        || (exception instanceof NewClassTree made
            && made.getArguments().stream()
                .filter(cause -> unit.types().is(cause, "java.lang.Throwable"))
                .anyMatch(this::isCollected));
  }

  private boolean isCollected(ExpressionTree cause) {
    return unit.calls()
        .at(cause)
        .flatMap(Call::receiver)
        .or(() -> Optional.of(cause))
        .flatMap(unit.values()::root)
        .filter(
            from ->
                unit.variables().uses(from).stream()
                    .anyMatch(
                        use ->
                            guard.getCatches().stream()
                                .anyMatch(clause -> unit.tree().isInside(use, clause))))
        .isPresent();
  }

  /** It stands in a clause that takes what cleanup throws. */
  private boolean isOfCleanup(Tree thrown) {
    return unit.tree()
        .enclosing(thrown, CatchTree.class)
        .filter(clause -> unit.tree().isInside(clause, block))
        .isPresent();
  }

  /** Inside a try in the block that takes whatever it throws. */
  private boolean isCaught(Tree node) {
    return tries(node).anyMatch(found -> found.getCatches().stream().anyMatch(cleanups()::takesAll))
        || (node instanceof ThrowTree thrown
            && tries(node)
                .flatMap(found -> found.getCatches().stream())
                .anyMatch(
                    clause ->
                        unit.types()
                            .of(thrown.getExpression())
                            .contains(unit.types().written(clause.getParameter().getType()))));
  }

  private Stream<TryTree> tries(Tree node) {
    return unit.tree().ancestors(node).stream()
        .takeWhile(above -> above != block)
        .filter(TryTree.class::isInstance)
        .map(TryTree.class::cast)
        .filter(found -> unit.tree().isInside(node, found.getBlock()));
  }

  private Stream<Call> calls() {
    return unit.calls().inside(block).stream()
        .filter(call -> cleanups().runsIn(call.node(), block) && !call.isReference())
        .filter(call -> cleanups().canThrow(call) && !new Stakes(unit).isNothing(call))
        .filter(
            call ->
                cleanups().is(call)
                    || cleanups().isOwn(call)
                    || isUndoing(call)
                    || endsAndThrows(call)
                    || (cleanups().throwsItself(call) && !isOfCleanup(call.node())))
        .filter(
            call ->
                tries(call.node())
                    .noneMatch(
                        found ->
                            found.getCatches().stream()
                                .anyMatch(clause -> cleanups().takes(clause, call))));
  }

  /** A method of this file, whatever its name is, that throws what ending something throws. */
  private boolean endsAndThrows(Call call) {
    return unit.bodies()
        .called(call)
        .filter(
            own ->
                unit.calls().inside(own).stream()
                    .filter(inner -> cleanups().is(inner) && cleanups().throwsChecked(inner))
                    .anyMatch(
                        inner ->
                            cleanups().runsIn(inner.node(), own)
                                && unit.tree().ancestors(inner.node()).stream()
                                    .takeWhile(above -> above != own)
                                    .noneMatch(TryTree.class::isInstance)))
        .isPresent();
  }

  /** Not under a condition about how the try block ended, as far as a local variable says so. */
  private boolean isUnconditional(Tree node) {
    return unit.tree().ancestors(node).stream()
        .takeWhile(above -> above != block)
        .filter(IfTree.class::isInstance)
        .map(IfTree.class::cast)
        .noneMatch(choice -> saysHowItEnded(choice.getCondition()));
  }

  private boolean saysHowItEnded(Tree condition) {
    return unit.tree().all(Tree.Kind.IDENTIFIER, IdentifierTree.class).stream()
        .filter(name -> unit.tree().isInside(name, condition))
        .flatMap(name -> unit.variables().named(name).stream())
        .filter(found -> found.getKind() == ElementKind.LOCAL_VARIABLE)
        .anyMatch(this::isSetOnTheWay);
  }

  private boolean isSetOnTheWay(Element variable) {
    String type = variable.asType().toString();
    boolean tells = type.equals("boolean") || type.matches(".*(Exception|Throwable|Error)");
    return tells
        && unit.variables().assigned(variable).stream()
            .anyMatch(
                value -> unit.tree().isInside(value, guard) && !unit.tree().isInside(value, block));
  }
}
