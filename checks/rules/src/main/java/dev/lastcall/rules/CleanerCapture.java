package dev.lastcall.rules;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.lastcall.source.Call;
import dev.lastcall.source.Check;
import dev.lastcall.source.Elements;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Place;
import dev.lastcall.source.Rule;
import dev.lastcall.source.Severity;
import dev.lastcall.source.SourceUnit;
import dev.lastcall.source.Values;
import java.util.Optional;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Finds actions of a {@code Cleaner} that hold the object whose end they wait for. */
final class CleanerCapture implements Check {
  private static final Rule RULE =
      new Rule(
          "LC1601",
          "cleaner-captures-referent",
          Severity.ERROR,
          "A cleaner's action holds the object that it waits for, so it never runs.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(SourceUnit unit, Consumer<Finding> findings) {
    for (Call call : unit.places().registrations()) {
      boolean cleaner =
          unit.places().registration(call).filter(place -> place == Place.CLEANER).isPresent();
      if (cleaner && call.arguments().size() == 2) {
        Search search = new Search(unit, call.arguments().get(0));
        ExpressionTree action = call.arguments().get(1);
        for (ExpressionTree origin : unit.values().origins(action)) {
          if (search.isHeldBy(origin, 0) || search.isPart(action, origin)) {
            findings.accept(finding(unit, call, action));
            break;
          }
        }
      }
    }
  }

  private static Finding finding(SourceUnit unit, Call call, ExpressionTree action) {
    return Finding.of(
            RULE,
            unit.tree().span(action),
            "this action holds the object that is registered with it: as long as the cleaner has"
                + " the action, the object never becomes unreachable, and the action never runs")
        .relatedTo(unit.tree().span(call.node()), "registered here");
  }

  /** What an action holds. */
  private static final class Search {
    private final SourceUnit unit;
    private final boolean isThis;
    private final Optional<VariableElement> referent;

    Search(SourceUnit unit, ExpressionTree registered) {
      this.unit = unit;
      this.isThis = isThis(registered);
      this.referent = unit.values().root(registered).filter(name -> !isThis);
    }

    private boolean isThis(ExpressionTree expression) {
      return unit.values().origins(expression).stream()
          .anyMatch(
              origin -> origin.toString().equals("this") || origin.toString().endsWith(".this"));
    }

    boolean isHeldBy(ExpressionTree action, int depth) {
      Tree bare = Values.bare(action);
      if (depth > 4) {
        return false;
      }
      if (isReferent(bare)) {
        return true;
      }
      if (bare instanceof LambdaExpressionTree lambda) {
        return mentions(lambda.getBody());
      }
      if (bare instanceof MemberReferenceTree reference) {
        // A bound reference holds what stands before ::, not what it was found by.
        ExpressionTree on = reference.getQualifierExpression();
        return isReferent(Values.bare(on)) || (isThis && on.toString().equals("super"));
      }
      if (bare instanceof NewClassTree creation) {
        return isInner(creation)
            || (creation.getClassBody() != null && mentions(creation.getClassBody()))
            || creation.getArguments().stream().anyMatch(argument -> gives(argument, depth));
      }
      return false;
    }

    /** {@code object.action}, where the action is an object of an inner class of that object. */
    boolean isPart(ExpressionTree action, ExpressionTree origin) {
      return Values.bare(action) instanceof MemberSelectTree select
          && isReferent(Values.bare(select.getExpression()))
          && origin instanceof NewClassTree creation
          && !isStatic(creation)
          && (creation.getClassBody() != null || isOfInnerClass(creation));
    }

    private boolean gives(ExpressionTree argument, int depth) {
      return unit.values().origins(argument).stream()
          .anyMatch(origin -> !(origin instanceof NewClassTree) && isHeldBy(origin, depth + 1));
    }

    private boolean isReferent(Tree node) {
      if (isThis && (node.toString().equals("this") || node.toString().endsWith(".this"))) {
        return true;
      }
      Optional<VariableElement> variable = unit.variables().named(node);
      return referent.isPresent()
          && variable.isPresent()
          && unit.values().root((ExpressionTree) node).equals(referent);
    }

    /**
     * An object of an inner class, or of an anonymous one in an instance method, holds the one
     * around it.
     */
    private boolean isInner(NewClassTree creation) {
      if (!isThis || isStatic(creation)) {
        return false;
      }
      return creation.getClassBody() != null || isOfInnerClass(creation);
    }

    private boolean isOfInnerClass(NewClassTree creation) {
      return unit.tree()
          .element(creation)
          .map(Element::getEnclosingElement)
          .filter(TypeElement.class::isInstance)
          .filter(type -> type.getKind() == ElementKind.CLASS)
          .filter(type -> !type.getModifiers().contains(Modifier.STATIC))
          .filter(type -> !Elements.isMemberOf(type, ElementKind.PACKAGE))
          .filter(type -> !Elements.isMemberOf(type, ElementKind.INTERFACE))
          .isPresent();
    }

    private boolean isStatic(Tree node) {
      return unit.tree()
          .enclosing(node, com.sun.source.tree.MethodTree.class)
          .filter(method -> method.getModifiers().getFlags().contains(Modifier.STATIC))
          .isPresent();
    }

    /** Whether code names the object, or, where it is {@code this}, one of its members. */
    private boolean mentions(Tree code) {
      boolean[] found = {false};
      new TreeScanner<@Nullable Void, @Nullable Void>() {
        @Override
        public @Nullable Void visitIdentifier(IdentifierTree node, @Nullable Void nothing) {
          found[0] |= isReferent(node) || (isThis && isOwnMember(node, code));
          return null;
        }
      }.scan(code, null);
      return found[0];
    }

    private boolean isOwnMember(IdentifierTree node, Tree code) {
      if (node.getName().contentEquals("super")) {
        return true;
      }
      Optional<Element> element = unit.tree().element(node);
      return element
          .filter(
              member ->
                  member.getKind() == ElementKind.FIELD || member.getKind() == ElementKind.METHOD)
          .filter(member -> !member.getModifiers().contains(Modifier.STATIC))
          .filter(member -> !isDeclaredIn(member, code))
          .isPresent();
    }

    private boolean isDeclaredIn(Element member, Tree code) {
      Element owner = Elements.owner(member).orElse(member);
      return unit.tree().element(code).filter(owner::equals).isPresent()
          || (code instanceof ClassTree type
              && unit.tree()
                  .element(type)
                  .filter(own -> unit.types().of((TypeElement) own).contains(owner.toString()))
                  .isPresent());
    }
  }
}
