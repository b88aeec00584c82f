package dev.lastcall.micrometer;

import dev.lastcall.api.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The meters of one cleanup.
 *
 * <p>The counters are there from the start, so that the first failure is seen as a rise from zero.
 * The histogram of an outcome comes with its first value, because each has a series for every
 * bucket; only that of what completed is there before. Thread-safe.
 */
final class CleanupMeter {
  private static final String COMPLETED = "completed";
  private static final String FAILED = "failed";
  private static final String TIMED_OUT = "timed-out";
  private static final String ABANDONED = "abandoned";

  private final MeterRegistry registry;
  private final Duration[] buckets;
  private final Tags tags;
  private final Timer completed;
  private final AtomicReferenceArray<@Nullable Timer> others = new AtomicReferenceArray<>(3);
  private final Counter failed;
  private final Counter timedOut;
  private final Counter abandoned;

  CleanupMeter(MeterRegistry registry, Duration[] buckets, String scope, String name) {
    this.registry = registry;
    this.buckets = buckets;
    this.tags = Tags.of("scope", scope, "name", name);
    this.completed = timer(COMPLETED);
    this.failed = counter("defer.panic", "Cleanups that threw", FAILED);
    this.timedOut = counter("defer.timeout", "Cleanups that did not end in time", TIMED_OUT);
    this.abandoned = counter("defer.timeout", "Cleanups that did not end in time", ABANDONED);
  }

  /** Counts a run; nothing of one that never began. */
  void ended(Outcome outcome) {
    if (outcome instanceof Outcome.Skipped) {
      return;
    }
    long nanos = outcome.elapsed().toNanos();
    if (outcome instanceof Outcome.Completed) {
      completed.record(nanos, TimeUnit.NANOSECONDS);
    } else if (outcome instanceof Outcome.Failed) {
      failed.increment();
      other(0, FAILED).record(nanos, TimeUnit.NANOSECONDS);
    } else if (outcome instanceof Outcome.TimedOut) {
      timedOut.increment();
      other(1, TIMED_OUT).record(nanos, TimeUnit.NANOSECONDS);
    } else {
      abandoned.increment();
      other(2, ABANDONED).record(nanos, TimeUnit.NANOSECONDS);
    }
  }

  private Timer other(int index, String outcome) {
    Timer known = others.get(index);
    if (known != null) {
      return known;
    }
    Timer made = timer(outcome);
    others.set(index, made);
    return made;
  }

  private Timer timer(String outcome) {
    return Timer.builder("defer.duration")
        .description("How long cleanups ran")
        .tags(tags)
        .tag("outcome", outcome)
        .serviceLevelObjectives(buckets)
        .register(registry);
  }

  private Counter counter(String name, String description, String outcome) {
    return Counter.builder(name)
        .description(description)
        .tags(tags)
        .tag("outcome", outcome)
        .register(registry);
  }

  void close() {
    registry.remove(completed);
    registry.remove(failed);
    registry.remove(timedOut);
    registry.remove(abandoned);
    for (int index = 0; index < others.length(); index++) {
      Timer made = others.get(index);
      if (made != null) {
        registry.remove(made);
      }
    }
  }
}
