package dev.lastcall.rules;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import dev.lastcall.source.Call;
import dev.lastcall.source.SourceUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The ways on which a piece of code is run, as far as the file tells: it is in a method, that is
 * called in another one, and so on.
 */
final class Chains {
  private static final int LONGEST = 5;
  private static final int MOST = 60;

  private final SourceUnit unit;
  private final Predicate<Tree> isInline;
  private final List<Chain> found = new ArrayList<>();

  private Chains(SourceUnit unit, Predicate<Tree> isInline) {
    this.unit = unit;
    this.isInline = isInline;
  }

  /**
   * One way, or the beginning of it.
   *
   * @param nodes the code itself, then the call of the method that it is in, and so on outwards
   * @param bodies the method, lambda or class that each of the nodes is in
   */
  record Chain(List<Tree> nodes, List<Tree> bodies) {
    /** {@return the outermost method, lambda or class} */
    Tree outermost() {
      return bodies.get(bodies.size() - 1);
    }

    /** {@return the outermost call} */
    Tree last() {
      return nodes.get(nodes.size() - 1);
    }

    private Chain with(Tree node, Tree body) {
      List<Tree> more = new ArrayList<>(nodes);
      List<Tree> moreBodies = new ArrayList<>(bodies);
      more.add(node);
      moreBodies.add(body);
      return new Chain(more, moreBodies);
    }
  }

  /**
   * Returns all ways to a node, and the beginnings of them, shorter ones first.
   *
   * @param node the code
   * @param isInline whether a lambda or a method reference counts as part of the code around it
   */
  static List<Chain> to(SourceUnit unit, Tree node, Predicate<Tree> isInline) {
    Chains chains = new Chains(unit, isInline);
    chains.found.add(new Chain(List.of(node), List.of(chains.body(node))));
    for (int i = 0; i < chains.found.size() && chains.found.size() < MOST; i++) {
      chains.extend(chains.found.get(i));
    }
    return chains.found;
  }

  private void extend(Chain chain) {
    if (chain.nodes().size() >= LONGEST || !(chain.outermost() instanceof MethodTree method)) {
      return;
    }
    for (Call call : unit.calls().named(method.getName().toString())) {
      boolean runs = !call.isReference() || isInline.test(call.node());
      if (runs && unit.bodies().called(call).filter(own -> own == method).isPresent()) {
        Tree body = body(call.node());
        if (!chain.bodies().contains(body)) {
          found.add(chain.with(call.node(), body));
        }
      }
    }
  }

  /** The method, lambda or class that runs a node; a method reference that is run by others. */
  private Tree body(Tree node) {
    if (node instanceof MemberReferenceTree && !isInline.test(node)) {
      return node;
    }
    for (Tree at : unit.tree().ancestors(node)) {
      boolean edge = at instanceof MethodTree || at instanceof ClassTree;
      if (edge || (at instanceof LambdaExpressionTree && !isInline.test(at))) {
        return at;
      }
    }
    return unit.tree().unit();
  }
}
