package dev.lastcall.rules;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;

/** Code that runs once, when an object begins to work. */
final class Beginnings {
  private static final String BEGINNINGS =
      "(?i)(start|init|open|connect|setup|run|activate|resume|launch|begin|doStart).*";

  private Beginnings() {}

  /** A constructor, or a method that is called once, when the object begins to work. */
  static boolean is(Tree body) {
    return body instanceof MethodTree method
        && (method.getName().contentEquals("<init>")
            || method.getName().toString().matches(BEGINNINGS)
            || method.getModifiers().toString().contains("PostConstruct"));
  }
}
