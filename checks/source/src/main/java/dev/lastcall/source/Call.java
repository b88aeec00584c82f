package dev.lastcall.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/**
 * A method called, a constructor called, or a method reference, which calls when somebody runs it.
 * Immutable.
 *
 * @param node the call, the {@code new} expression, or the method reference
 * @param name the method's name, {@code <init>} for a constructor
 * @param receiver what stands before the dot; empty for the class's own methods and for
 *     constructors
 * @param arguments what stands in the parentheses, empty for a method reference
 * @param types the qualified names of the type that it is called on, and of everything above it;
 *     empty if unknown
 * @param method the method, if javac has found it
 * @param isReference whether it is a method reference
 */
public record Call(
    Tree node,
    String name,
    Optional<ExpressionTree> receiver,
    List<? extends ExpressionTree> arguments,
    Set<String> types,
    Optional<ExecutableElement> method,
    boolean isReference) {

  /** {@return whether it is called on this type or on something that extends it} */
  public boolean isOn(String type) {
    return types.contains(type);
  }

  /** {@return whether it has this name and is called on one of these types} */
  public boolean is(String methodName, String... onTypes) {
    if (!name.equals(methodName)) {
      return false;
    }
    for (String type : onTypes) {
      if (types.contains(type)) {
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
    return method.map(found -> found.getParameters().size()).orElse(-1);
  }

  /** {@return the argument at a place, from 0} */
  public Optional<ExpressionTree> argument(int index) {
    return index < arguments.size() ? Optional.of(arguments.get(index)) : Optional.empty();
  }
}
