package dev.lastcall.source;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Which methods of a file override another of its methods. Confined to one thread. */
final class Overrides {
  private final SourceTree tree;
  private final TypeNames types;
  private @Nullable Map<String, List<MethodTree>> byName;

  Overrides(SourceTree tree, TypeNames types) {
    this.tree = tree;
    this.types = types;
  }

  private List<MethodTree> like(MethodTree wanted) {
    Map<String, List<MethodTree>> known = byName;
    if (known == null) {
      known = new HashMap<>();
      for (MethodTree method : tree.all(Tree.Kind.METHOD, MethodTree.class)) {
        known.computeIfAbsent(key(method), name -> new ArrayList<>()).add(method);
      }
      byName = known;
    }
    return known.getOrDefault(key(wanted), List.of());
  }

  /** {@return the methods that run instead of one, as far as name and number of parameters tell} */
  Set<MethodTree> of(MethodTree method) {
    Set<MethodTree> found = new LinkedHashSet<>();
    List<MethodTree> same = like(method);
    Optional<String> above = same.size() < 2 ? Optional.empty() : owner(method).map(this::name);
    for (MethodTree other : same) {
      boolean below =
          other != method
              && above.isPresent()
              && owner(other).map(types::of).filter(all -> all.contains(above.get())).isPresent()
              && !owner(other).map(this::name).equals(above);
      if (below) {
        found.add(other);
      }
    }
    return found;
  }

  private String name(TypeElement type) {
    return type.getQualifiedName().toString();
  }

  private Optional<TypeElement> owner(MethodTree method) {
    return tree.element(method)
        .map(Element::getEnclosingElement)
        .filter(TypeElement.class::isInstance)
        .map(TypeElement.class::cast);
  }

  private static String key(MethodTree method) {
    return method.getName() + "/" + method.getParameters().size();
  }
}
