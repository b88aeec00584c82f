package dev.lastcall.source;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the nodes of a tree are: below which other one, and in which order they are walked. Built
 * by one walk.
 */
final class WayUp {
  private final IdentityHashMap<Tree, Position> positions = new IdentityHashMap<>();

  private WayUp() {}

  static WayUp from(Tree root) {
    WayUp way = new WayUp();
    way.new Walk().scan(root, null);
    return way;
  }

  /** {@return the node above, null for the root and for what is not below it} */
  @Nullable Tree above(Tree node) {
    Position position = positions.get(node);
    return position == null ? null : position.parent;
  }

  /** {@return whether a node is another one or stands inside it} */
  boolean isInside(Tree node, Tree outer) {
    Position inner = positions.get(node);
    Position around = positions.get(outer);
    return inner != null
        && around != null
        && around.first <= inner.first
        && inner.first <= around.last;
  }

  /** {@return the place of a node in the order of the walk, an outer one before its parts} */
  int first(Tree node) {
    Position position = positions.get(node);
    return position == null ? -1 : position.first;
  }

  /** {@return the place of the last part of a node, in the same order} */
  int last(Tree node) {
    Position position = positions.get(node);
    return position == null ? -1 : position.last;
  }

  private static final class Position {
    private final @Nullable Tree parent;
    private final int first;
    private int last;

    Position(@Nullable Tree parent, int first) {
      this.parent = parent;
      this.first = first;
      this.last = first;
    }
  }

  private final class Walk extends TreeScanner<Void, Tree> {
    private int walked;

    @Override
    public Void scan(@Nullable Tree node, @Nullable Tree parent) {
      if (node != null) {
        Position position = new Position(parent, walked++);
        positions.put(node, position);
        node.accept(this, node);
        position.last = walked - 1;
      }
      return null;
    }
  }
}
