package dev.lastcall.bench;

import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.Outcome;
import dev.lastcall.defer.DeferScope;
import dev.lastcall.micrometer.LastcallMetrics;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A cleanup that is counted, beside Micrometer's own {@code Timer.record} into the same histogram:
 * the end of a cleanup as it is told, a named scope of one cleanup as a whole, and a cleanup that
 * is timed by hand.
 *
 * <p>{@code proofs/bench/bench metrics}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Against("timerRecord")
public class MetricsBenchmark {
  private static final Duration TOOK = Duration.ofMillis(3);
  private static final ExitEvent ENDED =
      new ExitEvent.CleanupEnded(Duration.ZERO, "orders-db", new Outcome.Completed(TOOK));

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private @Nullable LastcallMetrics metrics;
  private @Nullable Timer timer;

  /** Counted, so that the cleanups do something. */
  long released;

  @Setup
  public void open() {
    metrics = LastcallMetrics.in(registry).open();
    timer =
        Timer.builder("by.hand")
            .tag("name", "orders-db")
            .serviceLevelObjectives(
                Duration.ofMillis(1),
                Duration.ofMillis(5),
                Duration.ofMillis(10),
                Duration.ofMillis(25),
                Duration.ofMillis(50),
                Duration.ofMillis(100),
                Duration.ofMillis(250),
                Duration.ofMillis(500),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofSeconds(15),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                Duration.ofNanos(100_000))
            .register(registry);
  }

  @TearDown
  public void close() {
    Objects.requireNonNull(metrics).close();
  }

  @Benchmark
  public void timerRecord() {
    Objects.requireNonNull(timer).record(TOOK.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Benchmark
  public void cleanupEnded() {
    Objects.requireNonNull(metrics).onEvent(ENDED);
  }

  @Benchmark
  public void timedByHand() {
    long began = System.nanoTime();
    try {
      released++;
    } finally {
      Objects.requireNonNull(timer).record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
    }
  }

  @Benchmark
  public void namedScope() {
    try (DeferScope scope = DeferScope.open("transfer")) {
      scope.defer("release", () -> released++);
    }
  }
}
