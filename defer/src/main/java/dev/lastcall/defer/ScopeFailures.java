package dev.lastcall.defer;

import dev.lastcall.api.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the exceptions of a scope: the first wins, the others are suppressed in it.
 *
 * <p>Everything that a scope does only when something goes wrong is here, out of the way of the
 * code that the compiler is to inline. Stateless and thread-safe.
 */
final class ScopeFailures {
  private ScopeFailures() {}

  /** Adds one more failure to the first, if there was one. Never throws. */
  static Throwable add(@Nullable Throwable first, Throwable thrown) {
    if (first == null) {
      return thrown;
    }
    if (first != thrown) {
      try {
        first.addSuppressed(thrown);
      } catch (Throwable noRoom) {
        // No memory or no stack for the list: the first failure and the other cleanups matter more.
      }
    }
    return first;
  }

  /** Gives a checked exception the name of its cleanup; any other is left as it is. */
  static Exception named(String name, Exception thrown) {
    return thrown instanceof RuntimeException
        ? thrown
        : new CleanupFailedException("cleanup: " + name + " failed", thrown);
  }

  /** What a cleanup threw itself. */
  static Throwable original(Throwable thrown) {
    Throwable cause = thrown.getCause();
    return thrown instanceof CleanupFailedException && cause != null ? cause : thrown;
  }

  /**
   * Throws an error, or returns what to throw. An interrupt that a cleanup swallowed is given back
   * now, after the last cleanup, so that it disturbed none of them.
   */
  static RuntimeException unchecked(Throwable first) {
    if (sawInterrupt(first)) {
      Thread.currentThread().interrupt();
    }
    if (first instanceof Error error) {
      throw error;
    }
    if (first instanceof RuntimeException unchecked) {
      return unchecked;
    }
    CleanupFailedException failed =
        new CleanupFailedException("cleanup failed: " + first.getMessage(), first);
    for (Throwable later : first.getSuppressed()) {
      failed.addSuppressed(later);
    }
    return failed;
  }

  private static boolean sawInterrupt(Throwable first) {
    if (isInterrupt(first)) {
      return true;
    }
    for (Throwable later : first.getSuppressed()) {
      if (isInterrupt(later)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInterrupt(@Nullable Throwable thrown) {
    return thrown instanceof InterruptedException
        || (thrown instanceof CleanupFailedException
            && thrown.getCause() instanceof InterruptedException);
  }

  /** The refusal of a scope that is closed or belongs to another thread. */
  static IllegalStateException refusal(@Nullable Thread owner) {
    return new IllegalStateException(
        owner == null
            ? Arguments.text("scope", "closed", "open; what a cleanup defers needs its own scope")
            : Arguments.text(
                "thread",
                Thread.currentThread().getName(),
                owner.getName() + ", which opened the scope"));
  }

  /** Closes a resource that nobody will, because the scope refuses it. */
  static IllegalStateException refusal(@Nullable Thread owner, AutoCloseable resource) {
    return refusal(owner, resource, AutoCloseable::close);
  }

  /** Lets a resource go that nobody will, because the scope refuses it. */
  static <T> IllegalStateException refusal(
      @Nullable Thread owner, T resource, Release<? super T> release) {
    IllegalStateException refusal = refusal(owner);
    try {
      release.release(resource);
    } catch (Throwable thrown) {
      refusal.addSuppressed(thrown);
    }
    return refusal;
  }
}
