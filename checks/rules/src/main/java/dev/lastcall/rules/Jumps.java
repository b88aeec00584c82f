package dev.lastcall.rules;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import dev.lastcall.source.SourceTree;
import dev.lastcall.source.SourceUnit;
import java.util.stream.Stream;

/** The jumps that leave a block: returns, and breaks and continues of what is around it. */
record Jumps(SourceUnit unit, BlockTree block) {
  /** {@return them} */
  Stream<Tree> all() {
    Stream<Tree> returns = unit.tree().all(Tree.Kind.RETURN, Tree.class).stream();
    Stream<Tree> others =
        Stream.concat(
                unit.tree().all(Tree.Kind.BREAK, Tree.class).stream(),
                unit.tree().all(Tree.Kind.CONTINUE, Tree.class).stream())
            .filter(this::leaves);
    return Stream.concat(returns, others).filter(jump -> new Cleanups(unit).runsIn(jump, block));
  }

  /** Whether a break or continue goes out of the block. */
  private boolean leaves(Tree jump) {
    String label =
        jump instanceof BreakTree out
            ? String.valueOf(out.getLabel())
            : String.valueOf(((ContinueTree) jump).getLabel());
    for (Tree above : unit.tree().ancestors(jump)) {
      if (above == block) {
        return true;
      }
      boolean choice =
          jump instanceof BreakTree
              && (above instanceof SwitchTree || above instanceof SwitchExpressionTree);
      boolean labelled =
          above instanceof LabeledStatementTree found && found.getLabel().contentEquals(label);
      if (label.equals("null") ? SourceTree.isLoop(above) || choice : labelled) {
        return false;
      }
    }
    return false;
  }
}
