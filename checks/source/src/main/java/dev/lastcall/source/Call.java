package dev.lastcall.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/**
 * A method called, a constructor called, or a method reference, which calls when somebody runs it.
 *
 * <p>Which method that is, and on which types, is asked of the compiler when somebody asks for it:
 * of most calls a check wants no more than the name. Confined to one thread.
 */
public final class Call {
  private final Tree node;
  private final String name;
  private final Optional<ExpressionTree> receiver;
  private final List<? extends ExpressionTree> arguments;
  private final boolean isReference;
  private final Function<Call, Optional<ExecutableElement>> methodOf;
  private final Function<Call, Set<String>> typesOf;
  private boolean isResolved;
  private @Nullable ExecutableElement method;
  private @Nullable Set<String> types;

  Call(
      Tree node,
      String name,
      Optional<ExpressionTree> receiver,
      List<? extends ExpressionTree> arguments,
      Function<Call, Optional<ExecutableElement>> methodOf,
      Function<Call, Set<String>> typesOf) {
    this.node = node;
    this.name = name;
    this.receiver = receiver;
    this.arguments = arguments;
    this.isReference = node instanceof MemberReferenceTree;
    this.methodOf = methodOf;
    this.typesOf = typesOf;
  }

  /** {@return the call, the {@code new} expression, or the method reference} */
  public Tree node() {
    return node;
  }

  /** {@return the method's name, {@code <init>} for a constructor} */
  public String name() {
    return name;
  }

  /**
   * {@return what stands before the dot; empty for the class's own methods and for constructors}
   */
  public Optional<ExpressionTree> receiver() {
    return receiver;
  }

  /** {@return what stands in the parentheses, empty for a method reference} */
  public List<? extends ExpressionTree> arguments() {
    return arguments;
  }

  /**
   * {@return the qualified names of the type that it is called on, and of everything above it;
   * empty if unknown}
   */
  public Set<String> types() {
    Set<String> known = types;
    if (known == null) {
      known = typesOf.apply(this);
      types = known;
    }
    return known;
  }

  /** {@return the method, if javac has found it} */
  public Optional<ExecutableElement> method() {
    if (!isResolved) {
      method = methodOf.apply(this).orElse(null);
      isResolved = true;
    }
    return Optional.ofNullable(method);
  }

  /** {@return whether it is a method reference} */
  public boolean isReference() {
    return isReference;
  }

  /** {@return whether it is called on this type or on something that extends it} */
  public boolean isOn(String type) {
    return types().contains(type);
  }

  /** {@return whether it has this name and is called on one of these types} */
  public boolean is(String methodName, String... onTypes) {
    if (!name.equals(methodName)) {
      return false;
    }
    for (String type : onTypes) {
      if (types().contains(type)) {
        return true;
      }
    }
    return false;
  }

  /**
   * {@return the number of arguments; of a method reference, those that the method takes; -1 if
   * unknown}
   */
  public int arity() {
    if (!isReference) {
      return arguments.size();
    }
    return method().map(found -> found.getParameters().size()).orElse(-1);
  }

  /** {@return the argument at a place, from 0} */
  public Optional<ExpressionTree> argument(int index) {
    return index < arguments.size() ? Optional.of(arguments.get(index)) : Optional.empty();
  }
}
