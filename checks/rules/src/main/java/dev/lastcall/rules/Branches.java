package dev.lastcall.rules;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.Tree;
import dev.lastcall.source.SourceUnit;
import java.util.List;
import javax.lang.model.element.Element;

/** What stands in different branches of a choice, so that only one of it happens. */
record Branches(SourceUnit unit) {
  /** In another branch they end the other way round: whoever wrote that knows of the order. */
  boolean isChosen(List<Ends.End> ends, Ends.End first, Ends.End later) {
    List<Ends.End> others =
        ends.stream().filter(end -> isEitherOr(end.node(), first.node()) && !end.isWait()).toList();
    List<Element> order = others.stream().map(Ends.End::what).toList();
    return order.contains(later.what())
        && order.indexOf(later.what()) < order.lastIndexOf(first.what());
  }

  /** In different branches of one choice. */
  boolean isEitherOr(Tree one, Tree other) {
    List<Tree> above = unit.tree().ancestors(one);
    for (Tree choice : above) {
      if (unit.tree().isInside(other, choice)) {
        return choice instanceof IfTree
            || above.stream().takeWhile(tree -> tree != choice).anyMatch(CaseTree.class::isInstance)
            || unit.tree().ancestors(other).stream()
                .takeWhile(tree -> tree != choice)
                .anyMatch(CatchTree.class::isInstance)
            || above.stream()
                .takeWhile(tree -> tree != choice)
                .anyMatch(CatchTree.class::isInstance)
            || endsByItself(above, choice);
      }
    }
    return false;
  }

  /** The branch of the first one returns. */
  private boolean endsByItself(List<Tree> above, Tree upTo) {
    return above.stream()
        .takeWhile(tree -> tree != upTo)
        .filter(IfTree.class::isInstance)
        .anyMatch(
            choice ->
                unit.tree().all(Tree.Kind.RETURN, Tree.class).stream()
                    .anyMatch(back -> unit.tree().isInside(back, choice)));
  }
}
