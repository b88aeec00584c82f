package dev.lastcall.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewClassTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * What a file's own calls give to the parameters of its methods and to the components of its
 * records.
 */
final class Arguments {
  private final Calls calls;
  private final boolean onlyPrivate;
  private final Predicate<Call> callers;

  private Arguments(Calls calls, boolean onlyPrivate, Predicate<Call> callers) {
    this.calls = calls;
    this.onlyPrivate = onlyPrivate;
    this.callers = callers;
  }

  /** {@return those of private methods, which nobody else can call} */
  static Arguments ofPrivate(Calls calls) {
    return new Arguments(calls, true, call -> true);
  }

  /**
   * {@return those of all methods, as if nobody else called them; of the calls of methods only some
   * count}
   */
  static Arguments ofAll(Calls calls, Predicate<Call> callers) {
    return new Arguments(calls, false, callers);
  }

  /**
   * {@return what a parameter of a method is given, empty if that is not known; a lambda's
   * parameters never are}
   */
  List<ExpressionTree> of(VariableElement parameter) {
    Element method = parameter.getEnclosingElement();
    if (!(method instanceof ExecutableElement executable)
        || hasNoType(executable)
        || executable.isVarArgs()
        || (onlyPrivate && !method.getModifiers().contains(Modifier.PRIVATE))) {
      return List.of();
    }
    int index = executable.getParameters().indexOf(parameter);
    List<ExpressionTree> given = new ArrayList<>();
    String[] names =
        isConstructor(method)
            ? new String[] {"<init>", "this", "super"}
            : new String[] {method.getSimpleName().toString()};
    for (Call call : calls.named(names)) {
      if (call.method().filter(method::equals).isPresent()
          && (isConstructor(method) || callers.test(call))) {
        if (index < 0 || call.isReference() || index >= call.arguments().size()) {
          return List.of();
        }
        given.add(call.arguments().get(index));
      }
    }
    return given;
  }

  /**
   * {@return what the component of a record is given by everyone who makes one, for its field or
   * its accessor; empty for anything else}
   */
  List<ExpressionTree> ofComponent(Element fieldOrAccessor) {
    List<NewClassTree> made = new ArrayList<>();
    for (Call call : calls.named("<init>")) {
      Optional<Element> owner = call.method().map(Element::getEnclosingElement);
      if (call.node() instanceof NewClassTree creation
          && owner.equals(Elements.owner(fieldOrAccessor))) {
        made.add(creation);
      }
    }
    return ofComponent(fieldOrAccessor, made);
  }

  /** {@return what the component of a record is given when one of these records is made} */
  List<ExpressionTree> ofComponent(Element fieldOrAccessor, List<NewClassTree> made) {
    if (!(fieldOrAccessor.getEnclosingElement() instanceof TypeElement type)
        || type.getKind() != ElementKind.RECORD) {
      return List.of();
    }
    List<? extends RecordComponentElement> components = type.getRecordComponents();
    int index = 0;
    while (index < components.size()
        && !components.get(index).getSimpleName().equals(fieldOrAccessor.getSimpleName())) {
      index++;
    }
    List<ExpressionTree> given = new ArrayList<>();
    for (NewClassTree creation : made) {
      if (index == components.size() || creation.getArguments().size() != components.size()) {
        return List.of();
      }
      given.add(creation.getArguments().get(index));
    }
    return given;
  }

  /**
   * The compiler leaves a method that it gave up on without a type, and fails when asked for more.
   */
  private static boolean hasNoType(ExecutableElement method) {
    return Optional.ofNullable(method.asType()).isEmpty();
  }

  private static boolean isConstructor(Element method) {
    return method.getKind() == ElementKind.CONSTRUCTOR;
  }
}
