package dev.lastcall.runtime;

import dev.lastcall.api.Deadline.Ticker;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that moves only when told to, or when somebody pauses on it. */
final class ManualTime implements Ticker {
  private final AtomicLong nanos = new AtomicLong();
  private final Deque<Event> events = new ArrayDeque<>();

  private record Event(long atNanos, Runnable action) {}

  @Override
  public long nanos() {
    return nanos.get();
  }

  /** Has an action run when a pause passes this point. */
  ManualTime at(Duration when, Runnable action) {
    events.add(new Event(when.toNanos(), action));
    return this;
  }

  void pause(long duration) {
    long now = nanos.addAndGet(Math.max(1, duration));
    while (!events.isEmpty() && events.element().atNanos() <= now) {
      events.remove().action().run();
    }
  }

  Duration elapsed() {
    return Duration.ofNanos(nanos.get());
  }
}
