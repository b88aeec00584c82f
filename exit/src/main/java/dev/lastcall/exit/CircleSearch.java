package dev.lastcall.exit;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the circle that a node would close when it gets its predecessors.
 *
 * <p>A depth-first search from the predecessors backwards, without recursion. Only a node that was
 * pending can close a circle, because nobody points at any other; so a graph that is built in order
 * never searches. Not thread-safe.
 */
final class CircleSearch {
  private int[] marks = new int[0];
  private int mark;
  private int[] path = new int[16];
  private int[] edgeAt = new int[16];

  /**
   * Returns the nodes from {@code node} on to the predecessor from which it can be reached, in the
   * order in which they would run; null if there is no circle. Predecessors may be {@link
   * Nodes#NONE}.
   */
  int @Nullable [] find(Nodes nodes, int node, int[] predecessors, int count) {
    if (marks.length < nodes.size()) {
      marks = Arrays.copyOf(marks, Math.max(nodes.size(), marks.length * 2));
    }
    mark++;
    for (int i = 0; i < count; i++) {
      int length = predecessors[i] == Nodes.NONE ? 0 : search(nodes, predecessors[i], node);
      if (length > 0) {
        return backwards(length);
      }
    }
    return null;
  }

  /** Returns the length of the path found, 0 if there is none. */
  private int search(Nodes nodes, int from, int target) {
    int depth = enter(nodes, 0, from);
    while (depth > 0) {
      int at = depth - 1;
      if (path[at] == target) {
        return depth;
      }
      int edge = edgeAt[at];
      if (edge == Nodes.NONE) {
        depth--;
      } else {
        edgeAt[at] = nodes.nextEdge(edge);
        depth = enter(nodes, depth, nodes.predecessor(edge));
      }
    }
    return 0;
  }

  private int enter(Nodes nodes, int depth, int node) {
    if (marks[node] == mark) {
      return depth;
    }
    marks[node] = mark;
    if (depth == path.length) {
      path = Arrays.copyOf(path, 2 * depth);
      edgeAt = Arrays.copyOf(edgeAt, 2 * depth);
    }
    path[depth] = node;
    edgeAt[depth] = nodes.firstEdge(node);
    return depth + 1;
  }

  private int[] backwards(int length) {
    int[] circle = new int[length];
    for (int i = 0; i < length; i++) {
      circle[i] = path[length - 1 - i];
    }
    return circle;
  }
}
