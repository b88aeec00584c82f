package dev.lastcall.exit;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Cleanup;
import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.NodeState;
import dev.lastcall.api.TraceContext;
import java.util.ArrayList;
import java.util.Arrays;
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
      int node = names.find(nodes, spec.name());
      refuseIfTaken(spec, node);
      refuseUnknown(spec);
      refuseCircle(spec, node);
      refuseTooMany(spec);
      int added = put(spec, action, bound, node);
      if (trace != null) {
        nodes.trace(added, trace);
      }
      try {
        check.added(nodes, added);
      } catch (Throwable e) {
        remove(spec.name(), added);
        throw e;
      }
    }
  }

  private void refuseIfSealed(String name) {
    if (seal != null) {
      throw seal.refusal(name);
    }
  }

  private void refuseIfTaken(CleanupSpec spec, int node) {
    if (node != NameTable.NONE && nodes.isLive(node)) {
      throw Refusals.nameTaken(spec.name());
    }
  }

  private void refuseUnknown(CleanupSpec spec) {
    if (!namesChecked) {
      return;
    }
    List<UnknownName> unknown = new ArrayList<>();
    for (String name : spec.predecessors()) {
      int node = names.find(nodes, name);
      if (!name.equals(spec.name()) && (node == NameTable.NONE || !nodes.isLive(node))) {
        unknown.add(new UnknownName(name, List.of(spec.name())));
      }
    }
    if (!unknown.isEmpty()) {
      throw UnknownName.refusal(unknown);
    }
  }

  private void refuseTooMany(CleanupSpec spec) {
    if (nodes.size() + 1 + spec.predecessors().size() > NameTable.MAX_NODES) {
      throw new IllegalStateException(
          Arguments.text("cleanups", nodes.size(), "<= " + NameTable.MAX_NODES));
    }
  }

  /** Only a node that others point at can close a circle, or one that points at itself. */
  private void refuseCircle(CleanupSpec spec, int node) {
    if (node == NameTable.NONE) {
      if (spec.predecessors().contains(spec.name())) {
        throw Refusals.circle(List.of(spec.name(), spec.name()));
      }
      return;
    }
    int count = 0;
    for (String name : spec.predecessors()) {
      int predecessor = names.find(nodes, name);
      if (predecessor != NameTable.NONE) {
        count = collect(predecessor, count);
      }
    }
    if (circles == null) {
      circles = new CircleSearch();
    }
    int[] circle = circles.find(nodes, node, predecessors, count);
    if (circle != null) {
      throw Refusals.circle(names(circle, spec.name()));
    }
  }

  private List<String> names(int[] circle, String first) {
    List<String> path = new ArrayList<>();
    for (int node : circle) {
      if (!nodes.isJunction(node)) {
        path.add(nodes.name(node));
      }
    }
    path.add(first);
    return path;
  }

  private int put(CleanupSpec spec, Cleanup action, int bound, int pending) {
    int node = pending;
    if (pending == NameTable.NONE) {
      node = nodes.addLive(spec, action, bound);
      names.add(nodes, node);
    } else {
      nodes.makeLive(pending, spec, action, bound);
    }
    List<String> after = spec.predecessors();
    int count = 0;
    for (int i = 0; i < after.size(); i++) {
      count = collect(findOrAdd(after.get(i)), count);
    }
    nodes.addEdges(node, predecessors, count);
    return node;
  }

  private int findOrAdd(String name) {
    int node = names.find(nodes, name);
    if (node == NameTable.NONE) {
      node = nodes.addPending(name);
      names.add(nodes, node);
    }
    return node;
  }

  private int collect(int predecessor, int count) {
    if (count == predecessors.length) {
      predecessors = Arrays.copyOf(predecessors, 2 * count);
    }
    predecessors[count] = predecessor;
    return count + 1;
  }

  /** Takes a cleanup away; false if it is not there or the graph is sealed. */
  boolean withdraw(String name) {
    synchronized (lock) {
      int node = seal == null ? names.find(nodes, name) : NameTable.NONE;
      if (node == NameTable.NONE || !nodes.isLive(node)) {
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
      NameTable table = new NameTable();
      for (int at = 0; at < compacted.size(); at++) {
        if (!compacted.isJunction(at)) {
          table.add(compacted, at);
        }
      }
      nodes = compacted;
      names = table;
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
      circles = null;
      nodes.trim();
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
      return states == null || node == NameTable.NONE ? NodeState.REGISTERED : states.state(node);
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
