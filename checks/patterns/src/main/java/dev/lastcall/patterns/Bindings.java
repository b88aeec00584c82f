package dev.lastcall.patterns;

import com.sun.source.tree.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the holes of a pattern stand for in one place. Immutable. */
final class Bindings {
  static final Bindings NONE = new Bindings(Map.of());

  private final Map<String, Bound> bound;

  private Bindings(Map<String, Bound> bound) {
    this.bound = bound;
  }

  /**
   * What one hole stands for.
   *
   * @param nodes the expression, the statements, or the declaration of what is named
   * @param name the name, if the hole stands where a name is given; empty otherwise
   */
  private record Bound(List<Tree> nodes, String name) {
    /** The words that tell it from others: a variable's declaration and its uses have the same. */
    String words() {
      return name.isEmpty()
          ? nodes.stream().map(Tree::toString).collect(Collectors.joining(", "))
          : name;
    }
  }

  /** {@return these and one more; empty if the hole stands for something else already} */
  Optional<Bindings> with(String hole, List<Tree> nodes) {
    return with(hole, new Bound(List.copyOf(nodes), ""));
  }

  /** {@return these and a hole where a node gives a name to something} */
  Optional<Bindings> named(String hole, Tree node, String name) {
    return with(hole, new Bound(List.of(node), name));
  }

  private Optional<Bindings> with(String hole, Bound value) {
    if (hole.equals("_") || hole.isEmpty()) {
      return Optional.of(this);
    }
    Bound before = bound.get(hole);
    if (before != null) {
      return before.words().equals(value.words()) ? Optional.of(this) : Optional.empty();
    }
    Map<String, Bound> more = new LinkedHashMap<>(bound);
    more.put(hole, value);
    return Optional.of(new Bindings(more));
  }

  /** {@return what a hole stands for; empty if it stands for nothing} */
  List<Tree> of(String hole) {
    Bound value = bound.get(hole);
    return value == null ? List.of() : value.nodes();
  }

  /** {@return the name that a hole stands for, empty if it stands for code} */
  Optional<String> name(String hole) {
    return Optional.ofNullable(bound.get(hole)).map(Bound::name).filter(name -> !name.isEmpty());
  }
}
