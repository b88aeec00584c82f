package dev.lastcall.source;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** What conditions tell. Confined to one thread. */
final class Conditions {
  /** Methods that answer without changing what they are asked about, as their names tell. */
  private static final Pattern ASKS =
      Pattern.compile(
          "(?!getAnd)(is|has|get|contains|can|should|needs|supports|requires)([A-Z].*)?|equals|size|length|name|ordinal|hashCode|startsWith|endsWith|mode|type|kind|state|status");

  private final Variables variables;

  Conditions(Variables variables) {
    this.variables = variables;
  }

  /** What can be known. */
  enum Known {
    TRUE,
    FALSE,
    NULL,
    PRESENT
  }

  /**
   * Something that is known, or not.
   *
   * @param variable the variable that it is about; empty if it is about a condition as it is
   *     written
   * @param text the condition, empty if it is about a variable
   * @param names the variables in the condition
   * @param fleeting whether other code can change it: a field, or the answer of a call
   */
  record Subject(Optional<Element> variable, String text, Set<Element> names, boolean fleeting) {}

  /**
   * What a condition tells.
   *
   * @param subject about what
   * @param whenTrue what is known where it is true
   * @param whenFalse what is known where it is false; null if nothing is
   */
  record Test(Subject subject, Known whenTrue, @Nullable Known whenFalse) {
    private Test turned() {
      return whenFalse == null
          ? this
          : new Test(subject, /* whenTrue= */ whenFalse, /* whenFalse= */ whenTrue);
    }
  }

  /** {@return what a condition tells, empty if it can be different each time} */
  Optional<Test> of(Tree condition) {
    Tree node =
        condition instanceof AssignmentTree assignment ? assignment.getVariable() : condition;
    Optional<Subject> variable = variable(node);
    if (variable.isPresent()) {
      return Optional.of(new Test(variable.get(), Known.TRUE, Known.FALSE));
    }
    Tree asked = askedForNull(node);
    if (asked != null) {
      boolean whenNull = node.getKind() == Tree.Kind.EQUAL_TO || node.toString().contains("isNull");
      return subject(asked)
          .map(found -> new Test(found, Known.NULL, Known.PRESENT))
          .map(test -> whenNull ? test : test.turned());
    }
    if (node instanceof InstanceOfTree test) {
      Optional<Subject> subject = variable(Values.bare(test.getExpression()));
      return subject.map(found -> new Test(found, Known.PRESENT, null));
    }
    return written(node);
  }

  /** {@return the variable that is a name here} */
  Optional<Subject> variable(Tree node) {
    Tree bare = Values.bare(node);
    boolean own =
        !(bare instanceof MemberSelectTree select)
            || select.getExpression().toString().matches("(\\w+\\.)?this|[A-Z]\\w*");
    return own ? variables.named(bare).map(found -> aboutVariable(found)) : Optional.empty();
  }

  private static Subject aboutVariable(VariableElement found) {
    boolean fleeting =
        found.getKind() == ElementKind.FIELD && !found.getModifiers().contains(Modifier.FINAL);
    return new Subject(Optional.of(found), "", Set.of(), fleeting);
  }

  private Optional<Subject> subject(Tree node) {
    Optional<Subject> variable = variable(node);
    return variable.isPresent() ? variable : text(node, "");
  }

  /** {@code a == null}, {@code null != a}, {@code Objects.isNull(a)}. */
  private static @Nullable Tree askedForNull(Tree node) {
    if (node instanceof BinaryTree comparison
        && (node.getKind() == Tree.Kind.EQUAL_TO || node.getKind() == Tree.Kind.NOT_EQUAL_TO)) {
      Tree left = assigned(comparison.getLeftOperand());
      Tree right = assigned(comparison.getRightOperand());
      if (left.getKind() == Tree.Kind.NULL_LITERAL) {
        return right;
      }
      return right.getKind() == Tree.Kind.NULL_LITERAL ? left : null;
    }
    if (node instanceof MethodInvocationTree call && call.getArguments().size() == 1) {
      String method = call.getMethodSelect().toString();
      boolean asks = method.matches("(java\\.util\\.)?(Objects\\.)?(isNull|nonNull)");
      return asks ? Values.bare(call.getArguments().get(0)) : null;
    }
    return null;
  }

  /** {@code (x = f()) == null} asks about x. */
  private static Tree assigned(Tree operand) {
    Tree bare = Values.bare(operand);
    return bare instanceof AssignmentTree assignment ? assignment.getVariable() : bare;
  }

  /** A condition as it is written, turned so that opposites are one. */
  private Optional<Test> written(Tree node) {
    if (!(node instanceof BinaryTree comparison)) {
      return text(node, "").map(found -> new Test(found, Known.TRUE, Known.FALSE));
    }
    String left = comparison.getLeftOperand().toString();
    String right = comparison.getRightOperand().toString();
    return switch (node.getKind()) {
      case EQUAL_TO -> test(node, left + " == " + right, true);
      case NOT_EQUAL_TO -> test(node, left + " == " + right, false);
      case LESS_THAN -> test(node, left + " < " + right, true);
      case GREATER_THAN_EQUAL -> test(node, left + " < " + right, false);
      case GREATER_THAN -> test(node, right + " < " + left, true);
      case LESS_THAN_EQUAL -> test(node, right + " < " + left, false);
      default -> test(node, node.toString(), true);
    };
  }

  private Optional<Test> test(Tree node, String text, boolean straight) {
    return text(node, text)
        .map(found -> new Test(found, Known.TRUE, Known.FALSE))
        .map(test -> straight ? test : test.turned());
  }

  private Optional<Subject> text(Tree node, String text) {
    Reading reading = new Reading();
    reading.scan(node, null);
    return reading.steady
        ? Optional.of(
            new Subject(
                Optional.empty(),
                text.isEmpty() ? node.toString() : text,
                Set.copyOf(reading.names),
                reading.fleeting))
        : Optional.empty();
  }

  /** Reads what a condition depends on. */
  private final class Reading extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final Set<Element> names = new HashSet<>();
    private boolean steady = true;
    private boolean fleeting;

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree node, @Nullable Void nothing) {
      variables
          .named(node)
          .ifPresent(
              found -> {
                names.add(found);
                fleeting |= aboutVariable(found).fleeting();
              });
      return null;
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree node, @Nullable Void nothing) {
      variables
          .named(node)
          .ifPresent(
              found -> {
                names.add(found);
                fleeting |= aboutVariable(found).fleeting();
              });
      return super.visitMemberSelect(node, null);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree node, @Nullable Void nothing) {
      ExpressionTree select = node.getMethodSelect();
      String name =
          select instanceof MemberSelectTree member
              ? member.getIdentifier().toString()
              : select.toString();
      steady &= ASKS.matcher(name).matches();
      fleeting = true;
      return super.visitMethodInvocation(node, null);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree node, @Nullable Void nothing) {
      steady = false;
      return null;
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree node, @Nullable Void nothing) {
      steady = false;
      return null;
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree node, @Nullable Void nothing) {
      steady = false;
      return null;
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree node, @Nullable Void nothing) {
      steady &= !node.getKind().name().contains("CREMENT");
      return super.visitUnary(node, null);
    }
  }

  /** {@return whether a method only answers, as its name tells} */
  static boolean asks(String method) {
    return ASKS.matcher(method).matches();
  }
}
