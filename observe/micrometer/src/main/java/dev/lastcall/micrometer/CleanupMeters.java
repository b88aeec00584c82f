package dev.lastcall.micrometer;

import dev.lastcall.api.Finding;
import dev.lastcall.api.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The meters of all cleanups, by scope and name, of which there is a limited number.
 *
 * <p>What was seen before is found by two look-ups that allocate nothing. Thread-safe.
 */
final class CleanupMeters {
  /** The scope and the name of those that came too late to have their own. */
  static final String OTHER = "other";

  private final MeterRegistry registry;
  private final Duration[] buckets;
  private final int most;
  private final Map<String, Map<String, CleanupMeter>> scopes = new ConcurrentHashMap<>();
  private final AtomicInteger pairs = new AtomicInteger();
  private final AtomicBoolean told = new AtomicBoolean();
  private final CleanupMeter other;

  CleanupMeters(MeterRegistry registry, Duration[] buckets, int most) {
    this.registry = registry;
    this.buckets = buckets;
    this.most = most;
    this.other = new CleanupMeter(registry, buckets, OTHER, OTHER);
  }

  /** Puts the meters of a cleanup into the registry before anything happens to it. */
  void expect(String scope, String name) {
    of(scope, name);
  }

  void ended(String scope, String name, Outcome outcome) {
    of(scope, name).ended(outcome);
  }

  CleanupMeter of(String scope, String name) {
    Map<String, CleanupMeter> names = scopes.get(scope);
    CleanupMeter known = names == null ? null : names.get(name);
    return known == null ? added(scope, name) : known;
  }

  private CleanupMeter added(String scope, String name) {
    if (pairs.get() >= most) {
      tellOnce(scope, name);
      return other;
    }
    return scopes
        .computeIfAbsent(scope, none -> new ConcurrentHashMap<>())
        .computeIfAbsent(
            name,
            none ->
                pairs.incrementAndGet() > most
                    ? other
                    : new CleanupMeter(registry, buckets, scope, name));
  }

  private void tellOnce(String scope, String name) {
    if (!told.getAndSet(true)) {
      System.getLogger(CleanupMeters.class.getPackageName())
          .log(
              System.Logger.Level.WARNING,
              "more than {0} names of cleanups; {1} in scope {2} and all new ones are counted as"
                  + " \"other\"",
              most,
              name,
              scope);
    }
  }

  Optional<Finding> finding() {
    return told.get()
        ? Optional.of(
            new Finding(
                "metrics-too-many-names",
                Finding.Severity.WARNING,
                "more than " + most + " names of cleanups: the later ones are counted as \"other\"",
                "let names be constants, without ids in them, or raise mostNames"))
        : Optional.empty();
  }

  void close() {
    scopes.values().forEach(names -> names.values().forEach(CleanupMeter::close));
    other.close();
  }
}
