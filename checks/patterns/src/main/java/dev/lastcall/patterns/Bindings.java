package dev.lastcall.patterns;

import com.sun.source.tree.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the holes of a pattern stand for in one place. Immutable. */
final class Bindings {
  static final Bindings NONE = new Bindings(Map.of());

  private final Map<String, List<Tree>> trees;

  private Bindings(Map<String, List<Tree>> trees) {
    this.trees = trees;
  }

  /** {@return these and one more; empty if the hole stands for something else already} */
  Optional<Bindings> with(String hole, List<Tree> nodes) {
    if (hole.equals("_") || hole.isEmpty()) {
      return Optional.of(this);
    }
    List<Tree> before = trees.get(hole);
    if (before != null) {
      return before.toString().equals(nodes.toString()) ? Optional.of(this) : Optional.empty();
    }
    Map<String, List<Tree>> more = new LinkedHashMap<>(trees);
    more.put(hole, List.copyOf(nodes));
    return Optional.of(new Bindings(more));
  }

  /** {@return what a hole stands for; empty if it stands for nothing} */
  List<Tree> of(String hole) {
    return trees.getOrDefault(hole, List.of());
  }
}
