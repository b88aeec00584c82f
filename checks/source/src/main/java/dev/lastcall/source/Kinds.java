package dev.lastcall.source;

import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import java.util.Set;

/** Kinds of nodes that belong together. */
final class Kinds {
  /** Everything that declares a class. */
  static final Set<Tree.Kind> CLASSES =
      Set.of(Tree.Kind.CLASS, Tree.Kind.INTERFACE, Tree.Kind.ENUM, Tree.Kind.RECORD);

  /** The methods that somebody who is given an object calls. */
  static final Set<String> RUN_METHODS =
      Set.of(
          "run",
          "call",
          "accept",
          "apply",
          "get",
          "execute",
          "close",
          "handle",
          "cleanup",
          "uncaughtException");

  private Kinds() {}

  /** {@return an expression without parentheses and casts} */
  static Tree bare(Tree expression) {
    Tree at = expression;
    while (true) {
      if (at instanceof ParenthesizedTree parenthesized) {
        at = parenthesized.getExpression();
      } else if (at instanceof TypeCastTree cast) {
        at = cast.getExpression();
      } else {
        return at;
      }
    }
  }
}
