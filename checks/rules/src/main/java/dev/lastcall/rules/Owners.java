package dev.lastcall.rules;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.lastcall.source.Call;
import dev.lastcall.source.SourceUnit;
import dev.lastcall.source.Values;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/**
 * Which fields and variables an object can be kept in: through aliases, parameters, the elements of
 * collections, and wrappers around it. Confined to one thread.
 */
final class Owners {
  private static final int DEPTH = 6;
  private static final Object UNKNOWN = "an object that the file does not name";

  private final SourceUnit unit;

  Owners(SourceUnit unit) {
    this.unit = unit;
  }

  /** {@return whether two expressions may be the same object; true where the file does not say} */
  boolean maybeSame(Optional<ExpressionTree> one, Optional<ExpressionTree> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return true;
    }
    Set<Object> first = of(one.get());
    Set<Object> second = of(other.get());
    return first.contains(UNKNOWN)
        || second.contains(UNKNOWN)
        || first.stream().anyMatch(second::contains);
  }

  /** {@return whether two expressions name the same object, as far as the text tells} */
  boolean isSame(ExpressionTree one, ExpressionTree other) {
    Set<Object> first = of(one);
    Set<Object> second = of(other);
    first.remove(UNKNOWN);
    return first.stream().anyMatch(second::contains) || unit.values().isSame(one, other);
  }

  /** {@return the fields and variables that an object can be kept in} */
  Set<Object> of(ExpressionTree expression) {
    Set<Object> found = new LinkedHashSet<>();
    collect(expression, 0, found);
    return found;
  }

  private void collect(ExpressionTree expression, int depth, Set<Object> into) {
    Tree bare = Values.bare(expression);
    Optional<VariableElement> variable = unit.values().root((ExpressionTree) bare);
    if (depth > DEPTH) {
      into.add(UNKNOWN);
    } else if (variable.isPresent()) {
      variable(variable.get(), depth, into);
    } else if (bare instanceof MethodInvocationTree || bare instanceof NewClassTree) {
      unit.calls().at(bare).ifPresent(call -> parts(call, depth, into));
    } else {
      into.add(UNKNOWN);
    }
  }

  /** A getter's field; a collection's elements; a wrapper's inside. */
  private void parts(Call call, int depth, Set<Object> into) {
    Optional<MethodTree> own = unit.bodies().called(call);
    if (own.isPresent()) {
      List<ExpressionTree> returned = unit.values().returned(own.get());
      returned.forEach(value -> collect(value, depth + 1, into));
      if (returned.isEmpty()) {
        into.add(UNKNOWN);
      }
      return;
    }
    boolean isStatic =
        call.receiver().flatMap(on -> unit.tree().element(on)).map(Owners::isType).orElse(false);
    if (call.receiver().isPresent() && !isStatic) {
      collect(call.receiver().get(), depth + 1, into);
    }
    call.arguments().stream()
        .filter(argument -> unit.variables().named(argument).isPresent())
        .forEach(argument -> collect(argument, depth + 1, into));
    if (into.isEmpty()) {
      into.add(UNKNOWN);
    }
  }

  private static boolean isType(javax.lang.model.element.Element element) {
    return element.getKind().isClass() || element.getKind().isInterface();
  }

  private void variable(VariableElement variable, int depth, Set<Object> into) {
    Optional<VariableTree> declaration = unit.variables().declaration(variable);
    Optional<Tree> parent = declaration.flatMap(unit.tree()::parent);
    if (parent.isPresent() && parent.get() instanceof EnhancedForLoopTree loop) {
      collect(loop.getExpression(), depth + 1, into);
    } else if (parent.isPresent() && parent.get() instanceof LambdaExpressionTree lambda) {
      lambdaParameter(lambda, depth, into);
    } else if (variable.getKind() == ElementKind.PARAMETER) {
      parameter(variable, depth, into);
    } else {
      into.add(variable);
      for (ExpressionTree value : unit.variables().assigned(variable)) {
        if (unit.calls().at(value).isPresent()) {
          Set<Object> inside = new LinkedHashSet<>();
          collect(value, depth + 1, inside);
          inside.remove(UNKNOWN);
          into.addAll(inside);
        }
      }
    }
  }

  private void lambdaParameter(LambdaExpressionTree lambda, int depth, Set<Object> into) {
    Optional<Call> outer = unit.tree().parent(lambda).flatMap(unit.calls()::at);
    if (outer.isPresent() && outer.get().receiver().isPresent()) {
      collect(outer.get().receiver().get(), depth + 1, into);
    } else {
      into.add(UNKNOWN);
    }
  }

  private void parameter(VariableElement parameter, int depth, Set<Object> into) {
    into.add(parameter);
    if (!(parameter.getEnclosingElement() instanceof ExecutableElement method)) {
      return;
    }
    int index = method.getParameters().indexOf(parameter);
    for (Call call : unit.calls().named(method.getSimpleName().toString())) {
      if (call.method().filter(method::equals).isPresent()) {
        if (call.argument(index).isPresent()) {
          collect(call.argument(index).get(), depth + 1, into);
        } else if (call.isReference()) {
          reference(call, depth, into);
        }
      }
    }
  }

  /** {@code pools.forEach(this::stop)} gives stop the elements of pools. */
  private void reference(Call reference, int depth, Set<Object> into) {
    Optional<Call> outer = unit.tree().parent(reference.node()).flatMap(unit.calls()::at);
    outer
        .flatMap(Call::receiver)
        .ifPresentOrElse(on -> collect(on, depth + 1, into), () -> into.add(UNKNOWN));
  }
}
