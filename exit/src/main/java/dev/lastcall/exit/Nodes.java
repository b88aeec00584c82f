package dev.lastcall.exit;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Cleanup;
import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.TraceContext;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The nodes and edges of an exit graph, in arrays: 20 bytes a node and 4 an edge.
 *
 * <p>A node is a number. It is <em>pending</em> while it is only a name that others point at,
 * <em>live</em> once registered, and a <em>junction</em> after it was withdrawn: it does nothing
 * any more, but what came after it still comes after its predecessors. Edges lead from a node to
 * its predecessors and lie together, the last one of each node marked by its sign. Not thread-safe.
 */
final class Nodes {
  /** No edge. */
  static final int NONE = -1;

  private static final int FIRST_CAPACITY = 16;

  /** Null if a junction. */
  private @Nullable String[] names = new String[FIRST_CAPACITY];

  /** Null unless live. */
  private @Nullable CleanupSpec[] specs = new CleanupSpec[FIRST_CAPACITY];

  private @Nullable Cleanup[] actions = new Cleanup[FIRST_CAPACITY];
  private int[] bounds = new int[FIRST_CAPACITY];
  private int[] firstEdges = new int[FIRST_CAPACITY];
  private int[] edges = new int[FIRST_CAPACITY];
  private int edgeCount;

  /** Only while somebody traces. */
  private TraceContext.@Nullable Captured @Nullable [] traces;

  private int size;
  private int live;
  private int pending;
  private int expectations;
  private int requirements;
  private boolean inOrder = true;

  /** Adds a node that is only a name yet. */
  int addPending(String name) {
    int node = addName(name);
    pending++;
    inOrder = false;
    return node;
  }

  /** Adds a node without predecessors. */
  int addLive(CleanupSpec spec, Cleanup action, int bound) {
    int node = addName(spec.name());
    fill(node, spec, action, bound);
    return node;
  }

  /** Turns a pending node into a live one. */
  void makeLive(int node, CleanupSpec spec, Cleanup action, int bound) {
    fill(node, spec, action, bound);
    pending--;
  }

  /** Gives a node its predecessors, once; the array is only read. */
  void addEdges(int node, int[] predecessors, int count) {
    if (count == 0) {
      return;
    }
    if (edgeCount + count > edges.length) {
      edges = Arrays.copyOf(edges, grown(edges.length, edgeCount + count));
    }
    firstEdges[node] = edgeCount;
    System.arraycopy(predecessors, 0, edges, edgeCount, count);
    edgeCount += count;
    edges[edgeCount - 1] = ~edges[edgeCount - 1];
  }

  /** Adds a copy of another graph's node, without edges. */
  int addCopy(Nodes from, int node) {
    CleanupSpec spec = from.specs[node];
    Cleanup action = from.actions[node];
    int copy = addName(from.names[node]);
    if (spec != null && action != null) {
      fill(copy, spec, action, from.bounds[node]);
    }
    pending += from.isPending(node) ? 1 : 0;
    TraceContext.Captured trace = from.trace(node);
    if (trace != null) {
      trace(copy, trace);
    }
    return copy;
  }

  /** Finds out, after nodes were copied, whether each comes after its predecessors. */
  void checkOrder() {
    inOrder = pending == 0;
    for (int node = 0; node < size; node++) {
      for (int edge = firstEdge(node); edge != NONE; edge = nextEdge(edge)) {
        inOrder &= predecessor(edge) < node;
      }
    }
  }

  /** Turns a live node into a junction, which refers to nothing of the user's. */
  void withdraw(int node) {
    names[node] = null;
    specs[node] = null;
    actions[node] = null;
    bounds[node] = 0;
    if (traces != null && node < traces.length) {
      traces[node] = null;
    }
    live--;
  }

  /** Keeps the trace under which a node was registered. */
  void trace(int node, TraceContext.Captured trace) {
    TraceContext.@Nullable Captured[] kept =
        traces == null ? new TraceContext.Captured[names.length] : traces;
    traces = node < kept.length ? kept : Arrays.copyOf(kept, names.length);
    traces[node] = trace;
  }

  /** Gives back what growing took in advance. */
  void trim() {
    resize(Math.max(1, size));
    edges = Arrays.copyOf(edges, Math.max(1, edgeCount));
  }

  private void fill(int node, CleanupSpec spec, Cleanup action, int bound) {
    specs[node] = spec;
    actions[node] = action;
    bounds[node] = bound;
    expectations += spec.expected().isPresent() ? 1 : 0;
    requirements += spec.requiresPredecessors() ? 1 : 0;
    live++;
  }

  private int addName(@Nullable String name) {
    if (size == names.length) {
      resize(grown(size, size + 1));
    }
    names[size] = name;
    firstEdges[size] = NONE;
    return size++;
  }

  private void resize(int capacity) {
    names = Arrays.copyOf(names, capacity);
    specs = Arrays.copyOf(specs, capacity);
    actions = Arrays.copyOf(actions, capacity);
    bounds = Arrays.copyOf(bounds, capacity);
    firstEdges = Arrays.copyOf(firstEdges, capacity);
  }

  private static int grown(int capacity, int least) {
    return Math.max(least, 2 * capacity);
  }

  /** Returns the number of nodes of all sorts. */
  int size() {
    return size;
  }

  /** Returns the number of registered nodes. */
  int live() {
    return live;
  }

  /** Returns the number of names that are not registered. */
  int pending() {
    return pending;
  }

  /** Returns how many live nodes there are at most that say how long they usually take. */
  int expectations() {
    return expectations;
  }

  /** Returns how many live nodes there are at most that require their predecessors to complete. */
  int requirements() {
    return requirements;
  }

  /** Tells whether every node comes after its predecessors in the order of their numbers. */
  boolean isInOrder() {
    return inOrder;
  }

  boolean isLive(int node) {
    return specs[node] != null;
  }

  boolean isPending(int node) {
    return specs[node] == null && names[node] != null;
  }

  boolean isJunction(int node) {
    return names[node] == null;
  }

  /** Returns the specification of a live node. */
  CleanupSpec spec(int node) {
    CleanupSpec spec = specs[node];
    if (spec == null) {
      throw notLive(node);
    }
    return spec;
  }

  private static IllegalArgumentException notLive(int node) {
    return Arguments.refusal("node", node, "a live one");
  }

  /** Returns the name of a node; a junction has none. */
  String name(int node) {
    String name = names[node];
    return name == null ? "" : name;
  }

  /** Returns the action of a live node. */
  Cleanup action(int node) {
    Cleanup action = actions[node];
    if (action == null) {
      throw notLive(node);
    }
    return action;
  }

  /** Returns the bound of a node in ticks; 0 unless it is live. */
  int bound(int node) {
    return bounds[node];
  }

  /** Returns the trace under which a node was registered, null if there was none. */
  TraceContext.@Nullable Captured trace(int node) {
    return traces == null || node >= traces.length ? null : traces[node];
  }

  /** Returns the first edge of a node, {@link #NONE} if it has no predecessor. */
  int firstEdge(int node) {
    return firstEdges[node];
  }

  /** Returns the edge after an edge of the same node, {@link #NONE} after the last. */
  int nextEdge(int edge) {
    return edges[edge] < 0 ? NONE : edge + 1;
  }

  /** Returns the predecessor at the end of an edge. */
  int predecessor(int edge) {
    int end = edges[edge];
    return end < 0 ? ~end : end;
  }

  /** Returns how many predecessors a node has. */
  int predecessors(int node) {
    int count = 0;
    for (int edge = firstEdge(node); edge != NONE; edge = nextEdge(edge)) {
      count++;
    }
    return count;
  }
}
