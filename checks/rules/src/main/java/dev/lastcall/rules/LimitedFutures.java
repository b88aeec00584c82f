package dev.lastcall.rules;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.lastcall.source.Call;
import dev.lastcall.source.SourceUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.VariableElement;

/** Futures, and collections of them, that end by themselves in limited time. */
final class LimitedFutures {
  /** Steps of a chain behind which the result is there in limited time, or at once. */
  private static final Pattern LIMITING =
      Pattern.compile(
          "\\b(orTimeout|completeOnTimeout|timeout|withTimeout|ifNoItem|completedFuture|completedStage|failedFuture"
              + "|immediateFuture|immediateVoidFuture|invokeAll|invokeAny)\\(");

  private static final Set<String> ALL =
      Set.of("allOf", "anyOf", "allAsList", "successfulAsList", "zip", "when");
  private static final Set<String> ADDING =
      Set.of("add", "addLast", "addFirst", "offer", "push", "put");
  private static final int DEPTH = 6;

  private final SourceUnit unit;

  LimitedFutures(SourceUnit unit) {
    this.unit = unit;
  }

  /**
   * {@return whether an expression is such a future, or a collection of nothing else, whatever its
   * value is}
   */
  boolean contain(ExpressionTree expression) {
    return contain(expression, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  /**
   * {@return whether a call is applied to each of such futures: {@code
   * limited.forEach(CompletableFuture::join)}}
   */
  boolean isMapped(Call call) {
    Tree at = call.node();
    for (Tree parent : unit.tree().ancestors(call.node())) {
      Optional<Call> outer = unit.calls().at(parent).filter(found -> !found.isReference());
      Tree inner = at;
      if (outer.isPresent() && outer.get().arguments().stream().anyMatch(given -> given == inner)) {
        return outer.get().receiver().filter(this::contain).isPresent();
      }
      at = parent;
    }
    return false;
  }

  private boolean contain(ExpressionTree expression, Set<Tree> seen) {
    for (ExpressionTree origin : unit.values().origins(expression)) {
      if (seen.size() > DEPTH || !seen.add(origin) || !isLimited(origin, seen)) {
        return false;
      }
    }
    return true;
  }

  private boolean isLimited(ExpressionTree origin, Set<Tree> seen) {
    if (!(origin instanceof MethodInvocationTree call)) {
      return isFilled(origin, seen);
    }
    Optional<Call> made = unit.calls().at(call);
    if (made.filter(this::isDone).isPresent()) {
      return true;
    }
    if (made.filter(found -> ALL.contains(found.name())).isPresent()) {
      return !call.getArguments().isEmpty()
          && call.getArguments().stream().allMatch(each -> contain(each, seen));
    }
    if (LIMITING.matcher(call.toString()).find()) {
      return true;
    }
    return call.getMethodSelect() instanceof MemberSelectTree select
        && isName(select.getExpression())
        && contain(select.getExpression(), seen);
  }

  private boolean isName(ExpressionTree receiver) {
    return receiver instanceof MethodInvocationTree || unit.variables().named(receiver).isPresent();
  }

  /**
   * What a completion service hands out is done; what is begun with a length of time, such as
   * {@code shutdownGracefully(quiet, limit, unit)}, has its limit, unless that is when it begins.
   */
  private boolean isDone(Call call) {
    boolean taken =
        call.isOn("java.util.concurrent.CompletionService")
            && (call.name().equals("take") || call.name().equals("poll"));
    boolean later = call.name().startsWith("schedule") || call.name().startsWith("delay");
    return taken
        || (!later
            && call.arguments().stream()
                .anyMatch(
                    given ->
                        unit.types()
                            .is(given, "java.util.concurrent.TimeUnit", "java.time.Duration")));
  }

  /** The element of a loop over limited ones, or a collection that they are put into. */
  private boolean isFilled(ExpressionTree name, Set<Tree> seen) {
    Optional<VariableElement> variable = unit.variables().named(name);
    Optional<Tree> loop =
        variable.flatMap(unit.variables()::declaration).flatMap(unit.tree()::parent);
    if (loop.isPresent() && loop.get() instanceof EnhancedForLoopTree over) {
      return contain(over.getExpression(), seen);
    }
    List<ExpressionTree> added = added(variable, name);
    return !added.isEmpty() && added.stream().allMatch(each -> contain(each, seen));
  }

  /**
   * What is added to a collection: found by its variable, or by the one that its creation is
   * assigned to.
   */
  private List<ExpressionTree> added(Optional<VariableElement> variable, ExpressionTree origin) {
    List<ExpressionTree> added = new ArrayList<>();
    for (Call call : unit.calls().named(ADDING.toArray(String[]::new))) {
      boolean here =
          call.receiver()
              .filter(
                  on ->
                      (variable.isPresent() && unit.values().root(on).equals(variable))
                          || unit.values().origins(on).contains(origin))
              .isPresent();
      if (here && !call.arguments().isEmpty()) {
        added.add(call.arguments().get(call.arguments().size() - 1));
      }
    }
    return added;
  }
}
