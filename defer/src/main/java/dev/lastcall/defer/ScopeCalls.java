package dev.lastcall.defer;

import dev.lastcall.api.PlainCleanup;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/**
 * Runs one entry of a scope: a target and what to do with it.
 *
 * <p>Stateless and thread-safe.
 */
final class ScopeCalls {
  /** The target is a {@link PlainCleanup}: run it. */
  static final int PLAIN = 0;

  /** The target is an {@link AutoCloseable}: close it. */
  static final int CLOSE = 1;

  /** The target is a {@link Lock}: unlock it. */
  static final int UNLOCK = 2;

  /** The action is the caller's own. */
  static final int OTHER = 3;

  /** How many bits a kind takes. */
  static final int KIND_BITS = 2;

  private static final int KIND_MASK = (1 << KIND_BITS) - 1;

  private static final Release<Object> RUNNING = target -> ((PlainCleanup) target).run();
  private static final Release<Object> CLOSING = target -> ((AutoCloseable) target).close();
  private static final Release<Object> UNLOCKING = target -> ((Lock) target).unlock();

  private ScopeCalls() {}

  /** Whether the lowest bits say {@link #PLAIN}. */
  static boolean isPlain(int kinds) {
    return (kinds & KIND_MASK) == PLAIN;
  }

  /** Closes or unlocks a target, if there is one; returns the failure to go on with. */
  static @Nullable Throwable let(int kinds, @Nullable Object target, @Nullable Throwable first) {
    if (target == null) {
      return first;
    }
    try {
      if ((kinds & KIND_MASK) == CLOSE) {
        ((AutoCloseable) target).close();
      } else {
        ((Lock) target).unlock();
      }
      return first;
    } catch (Throwable thrown) {
      return ScopeFailures.add(first, thrown);
    }
  }

  /** What to do with a target, as an object to store. */
  static Release<Object> action(int kind) {
    return kind == PLAIN ? RUNNING : kind == CLOSE ? CLOSING : UNLOCKING;
  }

  /** What an action does. */
  static int kind(Release<Object> action) {
    return action == RUNNING
        ? PLAIN
        : action == CLOSING ? CLOSE : action == UNLOCKING ? UNLOCK : OTHER;
  }

  /** The same release, for a target that is stored as an object. */
  @SuppressWarnings("unchecked") // it is only ever given the resource it came with
  static <T> Release<Object> erased(Release<? super T> release) {
    return (Release<Object>) (Release<?>) release;
  }

  /** Whether an action is one of our own constants, which may stay where it is stored. */
  static boolean isConstant(@Nullable Object action) {
    return action == RUNNING || action == CLOSING || action == UNLOCKING;
  }

  /** Runs an entry; returns the failure to go on with. */
  static @Nullable Throwable run(Release<Object> action, Object target, @Nullable Throwable first) {
    try {
      action.release(target);
      return first;
    } catch (Throwable thrown) {
      return ScopeFailures.add(first, thrown);
    }
  }

  /** Runs an entry inside a timeout; returns the failure to go on with. */
  static @Nullable Throwable run(
      Release<Object> action, Object target, @Nullable Throwable first, long timeoutNanos) {
    try {
      Throwable thrown = Bounded.release(timeoutNanos, action, target);
      return thrown == null ? first : ScopeFailures.add(first, thrown);
    } catch (Throwable noRoom) {
      return ScopeFailures.add(first, noRoom);
    }
  }
}
