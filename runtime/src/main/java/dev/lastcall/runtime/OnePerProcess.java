package dev.lastcall.runtime;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one thing of its kind that a process may have at a time. Thread-safe. */
final class OnePerProcess<T> {
  private @Nullable T held;

  /**
   * Makes it, unless there is one.
   *
   * @throws IllegalStateException with the refusal, if there is one
   */
  synchronized T put(Supplier<T> make, String refusal) {
    if (held != null) {
      throw new IllegalStateException(refusal);
    }
    T made = make.get();
    held = made;
    return made;
  }

  /** Takes it away, if it is the one; not if the removal throws. */
  synchronized void remove(T one, Runnable removal) {
    if (held == one) {
      removal.run();
      held = null;
    }
  }
}
