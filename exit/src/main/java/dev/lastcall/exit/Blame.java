package dev.lastcall.exit;

import dev.lastcall.api.Outcome;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which nodes are to be skipped because a predecessor did not complete and they require it to.
 *
 * <p>Written before the successors are released, so whoever makes one ready sees it. Costs nothing
 * while everything completes. Thread-safe.
 */
final class Blame {
  private final Nodes nodes;
  private final Successors successors;
  private final ConcurrentHashMap<Integer, String> reasons = new ConcurrentHashMap<>(0);
  private volatile boolean any;

  Blame(Nodes nodes, Successors successors) {
    this.nodes = nodes;
    this.successors = successors;
  }

  /** Notes that a live node did not complete. */
  void blame(int node, Outcome outcome) {
    passOn(node, "predecessor " + nodes.name(node) + " " + outcome.word());
  }

  /** Notes the reason on all successors that mind, or that hand it on. */
  void passOn(int node, String reason) {
    for (int i = successors.begin(node); i < successors.end(node); i++) {
      int successor = successors.at(i);
      if (!nodes.isLive(successor) || nodes.spec(successor).requiresPredecessors()) {
        any = true;
        reasons.putIfAbsent(successor, reason);
      }
    }
  }

  /** Returns why a node is to be skipped, null if it is not. */
  @Nullable String of(int node) {
    return any ? reasons.get(node) : null;
  }
}
