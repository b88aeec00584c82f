package dev.lastcall.exit;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Cleanup;
import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.NodeState;
import dev.lastcall.api.TraceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The cleanups and their order while they are being registered; refuses whatever could not run.
 *
 * <p>It can be sealed once; from then on it never changes and refuses everything. No foreign code
 * runs inside its lock. Thread-safe.
 */
final class ExitGraph {
  /** Withdrawn nodes beyond this number, and beyond that of the others, are cleared away. */
  private static final int TOLERATED_JUNCTIONS = 64;

  private final Object lock = new Object();
  private Nodes nodes = new Nodes();
  private NameTable names = new NameTable();
  private @Nullable CircleSearch circles;
  private int[] predecessors = new int[8];
  private boolean namesChecked;
  private @Nullable Seal seal;
  private @Nullable NodeStates states;

  /**
   * Registers a cleanup.
   *
   * @param bound its bound in ticks
   * @param trace null if there is none
   * @param check is asked, with the node in place, whether the graph is still good; what it throws
   *     takes the node away again
   */
  void add(
      CleanupSpec spec,
      Cleanup action,
      int bound,
      TraceContext.@Nullable Captured trace,
      Check check) {
    synchronized (lock) {
      refuseIfSealed(spec.name());
      int found = names.find(nodes, spec.name());
      if (found >= 0 && nodes.isLive(found)) {
        throw Refusals.nameTaken(spec.name());
      }
      int unknown = findPredecessors(spec);
      if (unknown > 0) {
        refuseUnknown(spec);
      }
      if (found >= 0) {
        refuseCircle(spec, found);
      }
      refuseTooMany(unknown);
      int node = put(spec, action, bound, found, unknown);
      if (trace != null) {
        nodes.trace(node, trace);
      }
      try {
        check.added(nodes, node);
      } catch (Throwable e) {
        remove(spec.name(), node);
        throw e;
      }
    }
  }

  private void refuseIfSealed(String name) {
    if (seal != null) {
      throw seal.refusal(name);
    }
  }

  /** Fills the array of predecessors; returns how many of them are not even names yet. */
  private int findPredecessors(CleanupSpec spec) {
    List<String> after = spec.predecessors();
    int count = after.size();
    if (count > predecessors.length) {
      predecessors = new int[count];
    }
    int unknown = 0;
    for (int i = 0; i < count; i++) {
      predecessors[i] = Math.max(Nodes.NONE, names.find(nodes, after.get(i)));
      unknown += predecessors[i] == Nodes.NONE ? 1 : 0;
    }
    return unknown;
  }

  private void refuseUnknown(CleanupSpec spec) {
    List<UnknownName> unknown = new ArrayList<>();
    List<String> after = spec.predecessors();
    for (int i = 0; i < after.size(); i++) {
      if (predecessors[i] == Nodes.NONE && after.get(i).equals(spec.name())) {
        throw Refusals.circle(List.of(spec.name(), spec.name()));
      }
      if (predecessors[i] == Nodes.NONE) {
        unknown.add(new UnknownName(after.get(i), List.of(spec.name())));
      }
    }
    if (namesChecked) {
      throw UnknownName.refusal(unknown);
    }
  }

  private void refuseTooMany(int unknown) {
    if (nodes.size() + 1 + unknown > NameTable.MAX_NODES) {
      throw new IllegalStateException(
          Arguments.text("cleanups", nodes.size(), "<= " + NameTable.MAX_NODES));
    }
  }

  /** Only a node that others point at can close a circle. */
  private void refuseCircle(CleanupSpec spec, int node) {
    if (circles == null) {
      circles = new CircleSearch();
    }
    int[] circle = circles.find(nodes, node, predecessors, spec.predecessors().size());
    if (circle == null) {
      return;
    }
    List<String> path = new ArrayList<>();
    for (int on : circle) {
      if (!nodes.isJunction(on)) {
        path.add(nodes.name(on));
      }
    }
    path.add(spec.name());
    throw Refusals.circle(path);
  }

  private int put(CleanupSpec spec, Cleanup action, int bound, int found, int unknown) {
    int node = found;
    if (found >= 0) {
      nodes.makeLive(found, spec, action, bound);
    } else {
      node = nodes.addLive(spec, action, bound);
      names.add(nodes, node, found);
    }
    List<String> after = spec.predecessors();
    for (int i = 0; unknown > 0 && i < after.size(); i++) {
      if (predecessors[i] == Nodes.NONE) {
        predecessors[i] = nodes.addPending(after.get(i));
        names.add(nodes, predecessors[i], names.find(nodes, after.get(i)));
      }
    }
    nodes.addEdges(node, predecessors, after.size());
    return node;
  }

  /** Takes a cleanup away; false if it is not there or the graph is sealed. */
  boolean withdraw(String name) {
    synchronized (lock) {
      int node = seal == null ? names.find(nodes, name) : Nodes.NONE;
      if (node < 0 || !nodes.isLive(node)) {
        return false;
      }
      remove(name, node);
      return true;
    }
  }

  private void remove(String name, int node) {
    names.remove(nodes, name);
    nodes.withdraw(node);
    int junctions = nodes.size() - nodes.live() - nodes.pending();
    if (junctions > TOLERATED_JUNCTIONS && junctions > nodes.live() + nodes.pending()) {
      Nodes compacted = Compaction.of(nodes);
      nodes = compacted;
      names = NameTable.of(compacted);
      circles = null;
    }
  }

  /** From now on a name in an {@code after} must be that of a registered cleanup. */
  void refuseUnknownNames() {
    synchronized (lock) {
      List<UnknownName> unknown = UnknownName.in(nodes);
      if (!unknown.isEmpty()) {
        throw UnknownName.refusal(unknown);
      }
      namesChecked = true;
      if (seal == null) { // a run reads the nodes without the lock
        circles = null;
        nodes.trim();
        names = NameTable.of(nodes);
      }
    }
  }

  /** Closes the graph; the first seal stays. */
  void seal(Seal begun) {
    synchronized (lock) {
      seal = seal == null ? begun : seal;
    }
  }

  /** Takes the states of handles from a run of this graph, which is sealed. */
  void follow(NodeStates runStates) {
    synchronized (lock) {
      states = runStates;
    }
  }

  /**
   * Returns what a reader makes of the nodes, which do not change meanwhile, nor ever once sealed.
   */
  <T> T read(Function<Nodes, T> reader) {
    synchronized (lock) {
      return reader.apply(nodes);
    }
  }

  /** Returns where a registered cleanup stands. */
  NodeState state(String name) {
    synchronized (lock) {
      int node = names.find(nodes, name);
      return states == null || node < 0 ? NodeState.REGISTERED : states.state(node);
    }
  }

  /** A last look at a node that was added. */
  @FunctionalInterface
  interface Check {
    /** Accepts the graph. */
    Check NONE = (nodes, node) -> {};

    /** Refuses the node by throwing. */
    void added(Nodes nodes, int node);
  }
}
