package dev.lastcall.rules;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import dev.lastcall.source.SourceUnit;
import java.util.Set;

/** What is told to end, and is there still. */
record Services(SourceUnit unit, Cleanups cleanups) {
  private static final Set<String> SOFT = Set.of("stop", "shutdown");
  private static final Set<String> HARD =
      Set.of("java.util.concurrent.Executor", "java.lang.AutoCloseable");

  /**
   * A service that is told to stop can still be asked; a pool cannot, and what is closed. If its
   * code is here, it is asked what it ends.
   */
  boolean isToldOnly(Tree end) {
    return unit.calls()
        .at(end)
        .filter(call -> SOFT.contains(call.name()) && call.method().isPresent())
        .filter(call -> unit.bodies().called(call).filter(this::endsSomething).isEmpty())
        .filter(call -> call.types().stream().noneMatch(HARD::contains))
        .isPresent();
  }

  private boolean endsSomething(MethodTree stop) {
    return unit.calls().inside(stop).stream().anyMatch(cleanups::is);
  }
}
