package dev.lastcall.exit;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Which nodes are to be skipped because a predecessor did not complete and they require it to.
 *
 * <p>Written before the successors are released, so whoever makes one ready sees it. Takes no
 * memory during the run, because without memory is when cleanups fail, and none at all where nobody
 * requires anything. Thread-safe.
 */
final class Blame {
  private static final VarHandle ORIGIN = MethodHandles.arrayElementVarHandle(int[].class);

  private final Nodes nodes;
  private final Successors successors;

  /** For each node the number after that of the one to blame; 0 if none is. */
  private final int[] origins;

  Blame(Nodes nodes, Successors successors) {
    this.nodes = nodes;
    this.successors = successors;
    this.origins = new int[nodes.requirements() == 0 ? 0 : nodes.size()];
  }

  /**
   * Blames a node on all successors of another that mind, or that hand it on.
   *
   * @param origin the node that did not complete
   */
  void pass(int node, int origin) {
    if (origins.length == 0) {
      return;
    }
    for (int i = successors.begin(node); i < successors.end(node); i++) {
      int successor = successors.at(i);
      if (!nodes.isLive(successor) || nodes.spec(successor).requiresPredecessors()) {
        ORIGIN.compareAndSet(origins, successor, 0, origin + 1);
      }
    }
  }

  /** Returns because of whom a node is to be skipped, {@link Nodes#NONE} if it is not. */
  int of(int node) {
    return origins.length == 0 ? Nodes.NONE : (int) ORIGIN.getVolatile(origins, node) - 1;
  }
}
