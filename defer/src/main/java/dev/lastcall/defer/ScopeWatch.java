package dev.lastcall.defer;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to know of a scope: whether it is ever closed, or what it does. A scope that
 * nobody watches has none, and is what the compiler is to take apart.
 */
interface ScopeWatch {
  /**
   * Notes that the scope is being closed, and runs what does not lie in its fields.
   *
   * @param overflow see {@link ScopeOverflow}
   * @param count how many entries lie there, zero or less if none
   * @param bound the time for all of them, null for any
   * @return the first failure, null if there was none
   */
  @Nullable Throwable close(Object @Nullable [] overflow, int count, @Nullable Duration bound);
}
