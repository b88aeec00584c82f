package dev.lastcall.durable;

import java.util.Comparator;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * What is to be run and when: of all that is due the newest first, the rule of a scope. One that
 * waits for its back-off holds up nobody, as in a scope a cleanup that failed holds up nobody. Not
 * thread-safe.
 *
 * @param <T> what is run
 */
final class RunQueue<T> {
  private final PriorityQueue<Entry<T>> later =
      new PriorityQueue<>(Comparator.comparingLong(Entry::dueNanos));
  private final PriorityQueue<Entry<T>> ready =
      new PriorityQueue<>(Comparator.comparingLong((Entry<T> entry) -> entry.number()).reversed());
  private final long originNanos;

  /** A queue whose times are compared from an origin on, because a monotonic clock can overflow. */
  RunQueue(long originNanos) {
    this.originNanos = originNanos;
  }

  void add(T what, long number, long dueNanos) {
    later.add(new Entry<>(what, number, dueNanos - originNanos));
  }

  /** The newest of what is due, null if nothing is. */
  @Nullable T poll(long nowNanos) {
    while (!later.isEmpty() && later.peek().dueNanos() <= nowNanos - originNanos) {
      ready.add(later.remove());
    }
    Entry<T> first = ready.poll();
    return first == null ? null : first.what();
  }

  /** How long it is until something is due, zero if it is; empty if there is nothing at all. */
  OptionalLong nanosUntilDue(long nowNanos) {
    if (!ready.isEmpty()) {
      return OptionalLong.of(0);
    }
    Entry<T> next = later.peek();
    return next == null
        ? OptionalLong.empty()
        : OptionalLong.of(Math.max(0, next.dueNanos() - (nowNanos - originNanos)));
  }

  private record Entry<T>(T what, long number, long dueNanos) {}
}
