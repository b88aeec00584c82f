package dev.lastcall.rules;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import dev.lastcall.source.Call;
import dev.lastcall.source.SourceUnit;
import dev.lastcall.source.Values;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;

/**
 * What a lock is called, the same for all its aliases: {@code rw.readLock()} for a field that was
 * given it. Immutable.
 *
 * @param root the variable at its beginning, empty if it begins with a method of the class
 * @param path what follows
 */
record LockName(Optional<Element> root, String path) {
  /** Methods that give the same lock each time. */
  private static final Pattern SAME =
      Pattern.compile(
          "(get|read|write|as|lock|mutex|find|for|mon|sem)([A-Z].*)?|\\w*[lL]ock(For|Of)?");

  private static final int DEPTH = 5;

  /**
   * {@return the name of the lock that an expression gives, empty for one that has just been made}
   */
  static Optional<LockName> of(SourceUnit unit, ExpressionTree expression) {
    return of(unit, expression, DEPTH);
  }

  /** {@return whether it is the same lock, or what the lock was taken from} */
  boolean isPartOf(LockName other) {
    return root.equals(other.root) && other.path.startsWith(path);
  }

  private static Optional<LockName> of(SourceUnit unit, ExpressionTree expression, int depth) {
    Tree bare = Values.bare(expression);
    if (bare instanceof MethodInvocationTree call) {
      return ofCall(unit, call, depth);
    }
    if (bare instanceof ArrayAccessTree element) {
      return of(unit, element.getExpression(), depth)
          .map(found -> found.with("[" + element.getIndex() + "]"));
    }
    Optional<VariableElement> variable = unit.variables().named(bare);
    if (variable.isEmpty() || variable.get().getSimpleName().contentEquals("this")) {
      return Optional.empty();
    }
    boolean foreign =
        bare instanceof MemberSelectTree select
            && !select.getExpression().toString().matches("(\\w+\\.)?this|[A-Z]\\w*");
    if (foreign) {
      MemberSelectTree select = (MemberSelectTree) bare;
      return of(unit, select.getExpression(), depth)
          .map(found -> found.with("." + select.getIdentifier()));
    }
    return Optional.of(source(unit, variable.get(), depth).orElse(plain(variable.get())));
  }

  private static LockName plain(Element variable) {
    return new LockName(Optional.of(variable), "");
  }

  private LockName with(String more) {
    return new LockName(root, path + more);
  }

  /** A variable that is given one other lock is an alias of it. */
  private static Optional<LockName> source(SourceUnit unit, Element variable, int depth) {
    Optional<EnhancedForLoopTree> loop =
        unit.variables()
            .declaration(variable)
            .flatMap(unit.tree()::parent)
            .filter(EnhancedForLoopTree.class::isInstance)
            .map(EnhancedForLoopTree.class::cast);
    if (loop.isPresent() && depth > 0) {
      return of(unit, loop.get().getExpression(), depth - 1).map(found -> found.with("[*]"));
    }
    List<ExpressionTree> assigned = unit.variables().assigned(variable);
    boolean once = assigned.size() == 1 && variable.getKind() != ElementKind.PARAMETER && depth > 0;
    if (!once) {
      return Optional.empty();
    }
    Tree value = Values.bare(assigned.get(0));
    boolean call = value instanceof MethodInvocationTree;
    boolean name = unit.variables().named(value).isPresent();
    boolean steady =
        call
            && unit.calls()
                .at(value)
                .filter(found -> SAME.matcher(found.name()).matches())
                .isPresent();
    return name || steady ? of(unit, assigned.get(0), depth - 1) : Optional.empty();
  }

  private static Optional<LockName> ofCall(SourceUnit unit, MethodInvocationTree node, int depth) {
    Call call = unit.calls().at(node).orElseThrow();
    Optional<MethodTree> own = unit.bodies().called(call);
    if (own.isPresent() && call.arguments().isEmpty() && depth > 0) {
      List<ExpressionTree> returned = unit.values().returned(own.get());
      if (returned.size() == 1 && !(returned.get(0) instanceof NewClassTree)) {
        return of(unit, returned.get(0), depth - 1);
      }
    }
    String text = call.name() + call.arguments();
    if (call.receiver().isEmpty()) {
      return Optional.of(new LockName(Optional.empty(), text));
    }
    ExpressionTree on = call.receiver().get();
    Optional<LockName> before = of(unit, on, depth);
    return before.isPresent()
        ? before.map(found -> found.with("." + text))
        : Optional.of(new LockName(Optional.empty(), on + "." + text));
  }

  /** {@return the variable that the name begins with, if it is a local one} */
  Optional<Element> local() {
    return root.filter(found -> found.getKind() != ElementKind.FIELD);
  }
}
