package dev.lastcall.patterns;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a node is, apart from what is below it: its own words, and its children in order. */
final class Shape {
  private Shape() {}

  /** {@return a node without parentheses} */
  static @Nullable Tree bare(@Nullable Tree node) {
    Tree at = node;
    while (at instanceof ParenthesizedTree parenthesized) {
      at = parenthesized.getExpression();
    }
    return at;
  }

  /** {@return the nodes right below a node; null for a part that may be there and is not} */
  static List<@Nullable Tree> children(Tree node) {
    List<@Nullable Tree> children = new ArrayList<>();
    node.accept(
        new TreeScanner<@Nullable Void, @Nullable Void>() {
          @Override
          public @Nullable Void scan(@Nullable Tree child, @Nullable Void nothing) {
            children.add(child);
            return null;
          }
        },
        null);
    return children;
  }

  /** {@return the name or value that a node itself carries; empty if its kind says all} */
  static String word(Tree node) {
    if (node instanceof IdentifierTree name) {
      return name.getName().toString();
    } else if (node instanceof MemberSelectTree select) {
      return select.getIdentifier().toString();
    } else if (node instanceof MemberReferenceTree reference) {
      return reference.getName().toString();
    } else if (node instanceof LiteralTree literal) {
      return String.valueOf(literal.getValue());
    } else if (node instanceof VariableTree variable) {
      return variable.getName().toString();
    } else if (node instanceof MethodTree method) {
      return method.getName().toString();
    } else if (node instanceof ClassTree type) {
      return type.getSimpleName().toString();
    }
    return lesserWord(node);
  }

  private static String lesserWord(Tree node) {
    if (node instanceof PrimitiveTypeTree primitive) {
      return primitive.getPrimitiveTypeKind().name();
    } else if (node instanceof ModifiersTree modifiers) {
      return modifiers.getFlags().toString();
    } else if (node instanceof LabeledStatementTree labelled) {
      return labelled.getLabel().toString();
    } else if (node instanceof BreakTree jump) {
      return Objects.toString(jump.getLabel(), "");
    } else if (node instanceof ContinueTree jump) {
      return Objects.toString(jump.getLabel(), "");
    }
    return "";
  }
}
