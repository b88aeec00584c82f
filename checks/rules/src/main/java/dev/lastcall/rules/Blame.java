package dev.lastcall.rules;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import dev.lastcall.source.SourceUnit;

/** Where a finding stands that a method and its callers cause together. */
final class Blame {
  private Blame() {}

  /**
   * {@return the code at the end of a way if it is run on this way only, else the call from which
   * on it is so}
   *
   * @param level the place on the way, counted outwards, that makes it a mistake
   */
  static Tree on(SourceUnit unit, Chains.Chain chain, int level) {
    Tree blamed = chain.nodes().get(0);
    for (int at = 0; at < level; at++) {
      if (callers(unit, chain.bodies().get(at)) > 1) {
        blamed = chain.nodes().get(at + 1);
      }
    }
    return blamed;
  }

  /** {@return how many calls of this file run a body} */
  static long callers(SourceUnit unit, Tree body) {
    return body instanceof MethodTree method
        ? unit.calls().named(method.getName().toString()).stream()
            .filter(call -> unit.bodies().called(call).filter(own -> own == method).isPresent())
            .count()
        : 1;
  }
}
