package dev.lastcall.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * What the types of one compilation are and extend, as far as the compiler has resolved it: worked
 * out once for all of its files. Confined to one thread.
 */
public final class Hierarchy {
  private final Map<TypeElement, Set<String>> known = new HashMap<>();

  /** Begins with nothing. */
  public Hierarchy() {}

  @Nullable Set<String> names(TypeElement type) {
    return known.get(type);
  }

  void keep(TypeElement type, Set<String> names) {
    known.put(type, names);
  }
}
