package dev.lastcall.exit;

import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.Outcome;
import dev.lastcall.api.StackSample;
import dev.lastcall.api.TraceContext;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tells the listener what happens, and survives it.
 *
 * <p>Where nobody listens no event is made. What a listener throws, or that there is no memory for
 * an event, is counted and goes no further. Thread-safe.
 */
final class Events {
  private final ExitSettings settings;
  private final TickScale scale;
  private final long exitBeganNanos;
  private final AtomicInteger lost = new AtomicInteger();

  Events(ExitSettings settings, TickScale scale, long exitBeganNanos) {
    this.settings = settings;
    this.scale = scale;
    this.exitBeganNanos = exitBeganNanos;
  }

  boolean areWanted() {
    return settings.hasListener();
  }

  /** Returns how many events did not arrive. */
  int lost() {
    return lost.get();
  }

  void began(Nodes nodes, int node, int allottedTicks, long atNanos) {
    tell(
        () -> {
          TraceContext.Captured trace = nodes.trace(node);
          return new ExitEvent.CleanupBegan(
              at(atNanos),
              nodes.name(node),
              scale.duration(allottedTicks),
              trace == null ? "" : trace.traceId());
        });
  }

  void interrupted(String name, StackSample sample, long atNanos) {
    tell(() -> new ExitEvent.CleanupInterrupted(at(atNanos), name, sample));
  }

  void ended(String name, Outcome outcome, long atNanos) {
    tell(() -> new ExitEvent.CleanupEnded(at(atNanos), name, outcome));
  }

  private Duration at(long atNanos) {
    return Duration.ofNanos(Math.max(0, atNanos - exitBeganNanos));
  }

  private void tell(Event event) {
    if (!areWanted()) {
      return;
    }
    try {
      settings.events().accept(event.make());
    } catch (Throwable e) {
      lost.incrementAndGet();
    }
  }

  /** An event that is made inside the net. */
  @FunctionalInterface
  private interface Event {
    ExitEvent make();
  }
}
