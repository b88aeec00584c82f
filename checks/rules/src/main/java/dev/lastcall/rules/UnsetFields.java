package dev.lastcall.rules;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import dev.lastcall.source.Call;
import dev.lastcall.source.Flow;
import dev.lastcall.source.Place;
import dev.lastcall.source.Places;
import dev.lastcall.source.SourceUnit;
import dev.lastcall.source.Values;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Fields that cleanup uses although nothing may have been put into them. Confined to one thread.
 */
final class UnsetFields {
  private static final String IDEMPOTENT =
      "(?is).*(compareAndSet|getAndSet|started|running|initiali[sz]ed|closed|stopped|\\bstate\\b|isOpen|alive).*";

  private final SourceUnit unit;
  private final Cleanups cleanups;

  UnsetFields(SourceUnit unit) {
    this.unit = unit;
    this.cleanups = new Cleanups(unit);
  }

  void check(BiConsumer<Tree, String> found) {
    for (Call call : unit.calls().all()) {
      if (call.isReference() || call.receiver().isEmpty()) {
        continue;
      }
      Optional<Element> field =
          unit.variables()
              .named(call.receiver().get())
              .map(Element.class::cast)
              .filter(this::isOpen);
      Optional<Places.Reach> reach = field.flatMap(name -> reach(call.node()));
      if (reach.isPresent() && isBare(call.node(), field.get())) {
        String name = field.get().getSimpleName().toString();
        if (isRegisteredBefore(reach.get(), field.get())) {
          found.accept(
              call.node(), name + " is still null if this runs right after its registration");
        } else if (cleanups.is(call)
            && isSetSometimes(call.node(), field.get())
            && !isRegisteredWith(reach.get(), field.get())) {
          found.accept(call.node(), name + " is only set under a condition, and null otherwise");
        }
      }
    }
  }

  /** As cleanup of the process, of a container or of an object, or of a scope. */
  private Optional<Places.Reach> reach(Tree node) {
    return unit.places()
        .of(node)
        .or(
            () ->
                unit.tree()
                    .enclosing(node, LambdaExpressionTree.class)
                    .flatMap(
                        body ->
                            unit.tree()
                                .parent(body)
                                .flatMap(unit.calls()::at)
                                .filter(call -> unit.facts().about("scoped", call).isPresent())
                                .map(
                                    call ->
                                        new Places.Reach(Place.DEFERRED, body, call.node(), 0))));
  }

  /** A field that begins as null. */
  private boolean isOpen(Element variable) {
    boolean begins =
        unit.variables()
            .declaration(variable)
            .filter(
                declared -> declared.getInitializer() == null || isNull(declared.getInitializer()))
            .isPresent();
    return variable.getKind() == ElementKind.FIELD
        && begins
        && !variable.getModifiers().contains(Modifier.FINAL)
        && declaredAnnotationFree(variable)
        && !sets(variable).isEmpty();
  }

  /** Somebody else puts something into an annotated field. */
  private boolean declaredAnnotationFree(Element variable) {
    return unit.variables()
        .declaration(variable)
        .filter(
            declared ->
                declared.getModifiers().getAnnotations().stream()
                    .allMatch(found -> found.getAnnotationType().toString().endsWith("Nullable")))
        .isPresent();
  }

  private List<ExpressionTree> sets(Element variable) {
    return unit.variables().assigned(variable).stream().filter(value -> !isNull(value)).toList();
  }

  private static boolean isNull(@Nullable Tree value) {
    return value == null || Values.bare(value).getKind() == Tree.Kind.NULL_LITERAL;
  }

  /** Nothing around the call, and nothing before it in its body, asks anything. */
  private boolean isBare(Tree node, Element field) {
    Tree body = unit.bodies().around(node);
    boolean asked =
        unit.tree().ancestors(node).stream()
            .takeWhile(above -> above != body)
            .anyMatch(
                above ->
                    above instanceof IfTree
                        || above instanceof ConditionalExpressionTree
                        || (above instanceof TryTree guard && takesNull(guard, node)));
    boolean left =
        unit.tree().all(Tree.Kind.RETURN, ReturnTree.class).stream()
            .anyMatch(
                back ->
                    unit.bodies().around(back) == body
                        && unit.tree().start(back) < unit.tree().start(node));
    boolean tested =
        unit.variables().uses(field).stream()
            .filter(use -> unit.bodies().around(use) == body)
            .anyMatch(
                use ->
                    unit.tree()
                            .parent(use)
                            .filter(
                                above ->
                                    above.toString().matches("(?s).*\\bnull\\b.*")
                                        && !(above instanceof BlockTree))
                            .isPresent()
                        && unit.tree().start(use) < unit.tree().start(node));
    return !asked && !left && !tested;
  }

  private boolean takesNull(TryTree guard, Tree node) {
    return unit.tree().isInside(node, guard.getBlock())
        && guard.getCatches().stream()
            .anyMatch(
                clause ->
                    clause
                        .getParameter()
                        .getType()
                        .toString()
                        .matches(".*\\b(RuntimeException|Throwable|NullPointerException)\\b.*"));
  }

  /**
   * The hook is registered where nothing has been put into the field yet, and something is later.
   */
  private boolean isRegisteredBefore(Places.Reach reach, Element field) {
    Tree root = reach.root();
    boolean registered =
        reach.place() != Place.CALLBACK && reach.place() != Place.CLOSE && root != reach.body();
    if (!registered || root instanceof MethodTree || isLate(reach.body())) {
      return false;
    }
    Tree body = unit.bodies().around(root);
    Optional<Flow> flow =
        body instanceof MethodTree || body instanceof LambdaExpressionTree
            ? unit.flow(body)
            : Optional.empty();
    if (flow.isEmpty() || !isFirst(body, field) || isMadeBefore(body, field)) {
      return false;
    }
    boolean[] unset = {false};
    unit.paths()
        .walk(
            flow.get(),
            false,
            (step, isSet, fails) -> {
              if (step.kind() == Flow.Kind.CALL && step.node() == root && !fails) {
                unset[0] |= !isSet;
              }
              return isSet || sets(step, field);
            });
    return unset[0];
  }

  /** It exists already, and is only kept behind the registration. */
  private boolean isMadeBefore(Tree body, Element field) {
    return sets(field).stream()
        .allMatch(
            value ->
                unit.variables().named(value).isPresent() && unit.bodies().around(value) == body);
  }

  /** {@code field::stop} takes what is in the field at once. */
  private static boolean isLate(Tree body) {
    return body instanceof MemberReferenceTree;
  }

  private boolean sets(Flow.Step step, Element field) {
    if (step.kind() == Flow.Kind.CALL) {
      return unit.calls()
          .at(step.node())
          .flatMap(unit.bodies()::called)
          .filter(own -> isSetIn(own, field))
          .isPresent();
    }
    return step.kind() == Flow.Kind.ASSIGN
        && sets(field).stream().anyMatch(value -> unit.tree().isInside(value, step.node()));
  }

  private boolean isSetIn(Tree code, Element field) {
    return sets(field).stream().anyMatch(value -> unit.tree().isInside(value, code));
  }

  /**
   * Nobody can have set the field before this body runs: it is a constructor, or the only one that
   * sets it.
   */
  private boolean isFirst(Tree body, Element field) {
    boolean constructor =
        body instanceof MethodTree method && method.getName().contentEquals("<init>");
    boolean onlyHere =
        sets(field).stream()
            .allMatch(
                value ->
                    unit.tree().isInside(value, body)
                        || unit.calls().inside(body).stream()
                            .flatMap(call -> unit.bodies().called(call).stream())
                            .anyMatch(own -> unit.tree().isInside(value, own)));
    return constructor || onlyHere;
  }

  /** The registration stands where the field is set, so that there is none without it. */
  private boolean isRegisteredWith(Places.Reach reach, Element field) {
    Tree body = unit.bodies().around(reach.root());
    return !(reach.root() instanceof MethodTree)
        && sets(field).stream().anyMatch(value -> unit.tree().isInside(value, body));
  }

  /**
   * Everything that is put into the field is put there under a condition that is not about having
   * begun.
   */
  private boolean isSetSometimes(Tree node, Element field) {
    return sets(field).stream().allMatch(value -> isConditional(value, field))
        && sets(field).stream()
            .noneMatch(value -> unit.bodies().around(value) == unit.bodies().around(node));
  }

  private boolean isConditional(Tree value, Element field) {
    Tree body = unit.bodies().around(value);
    for (Tree above : unit.tree().ancestors(value)) {
      if (above == body) {
        return false;
      }
      if (above instanceof TryTree guard && isSwallowed(guard, value)) {
        return Beginnings.is(body);
      }
      if (above instanceof IfTree choice && choice.getElseStatement() == null) {
        String condition = choice.getCondition().toString();
        String name = field.getSimpleName().toString();
        boolean lazy = condition.matches("\\(*(this\\.)?" + name + " == null\\)*");
        boolean about =
            condition.matches("(?s).*\\b" + name + "\\b.*") || condition.matches(IDEMPOTENT);
        return Beginnings.is(body) ? !about : lazy;
      }
    }
    return false;
  }

  /** Whoever begins goes on without it. */
  private boolean isSwallowed(TryTree guard, Tree value) {
    return unit.tree().isInside(value, guard.getBlock())
        && !guard.getCatches().isEmpty()
        && guard.getCatches().stream()
            .allMatch(
                clause ->
                    Stream.of(Tree.Kind.THROW, Tree.Kind.ASSIGNMENT, Tree.Kind.RETURN)
                            .flatMap(kind -> unit.tree().all(kind, Tree.class).stream())
                            .noneMatch(other -> unit.tree().isInside(other, clause))
                        && unit.calls().inside(clause).stream()
                            .noneMatch(call -> Exits.isEnd(unit, call)));
  }
}
