package dev.lastcall.source;

import java.util.function.Consumer;

/**
 * Looks for one kind of mistake in one source file.
 *
 * <p>A check keeps nothing between files, may be called by several threads for different files, and
 * never throws for odd code: what it cannot resolve it leaves alone.
 */
public interface Check {
  /** {@return what it looks for} */
  Rule rule();

  /**
   * Reports every place in a file where the rule is broken.
   *
   * @param unit the file
   * @param findings takes the findings, in any order
   */
  void check(SourceUnit unit, Consumer<Finding> findings);
}
