package dev.lastcall.bench;

import com.google.common.util.concurrent.SimpleTimeLimiter;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.Timeout;
import dev.lastcall.api.Cleanup;
import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.Outcome;
import dev.lastcall.api.PlainCleanup;
import dev.lastcall.defer.Bounded;
import dev.lastcall.defer.BoundedRunner;
import dev.lastcall.defer.CleanupThreads;
import dev.lastcall.defer.Watchdog;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One short cleanup inside a bound of 5 s. {@code inline} and Failsafe come back from what an
 * interrupt ends, the others from any hang; the ratio is to the cheapest peer of all.
 *
 * <p>{@code proofs/bench/bench bounded}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Against({"guavaSimpleTimeLimiter", "completableFutureGet", "failsafe", "resilience4j"})
public class BoundedCallBenchmark {
  private static final int BATCH = 64;
  private static final Duration BOUND = Duration.ofSeconds(5);
  private static final Duration AVAILABLE = Duration.ofHours(1);

  private final Resource resource = new Resource();
  private final PlainCleanup action = resource::close;
  private final Runnable runnable = resource::close;

  /** Two cleanup threads. */
  @State(Scope.Benchmark)
  public static class Ours {
    private final CleanupThreads threads = CleanupThreads.start(2, Watchdog.shared());
    private final BoundedRunner runner = BoundedRunner.on(threads);
    private final CleanupSpec spec = CleanupSpec.named("close").within(BOUND);

    @TearDown
    public void stop() {
      threads.close();
    }
  }

  /** A pool of two threads, and the peers on it. */
  @State(Scope.Benchmark)
  public static class Peers {
    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private final SimpleTimeLimiter guava = SimpleTimeLimiter.create(pool);
    private final TimeLimiter resilience4j = TimeLimiter.of(BOUND);
    private final FailsafeExecutor<Object> failsafe =
        Failsafe.with(Timeout.builder(BOUND).withInterrupt().build());

    @TearDown
    public void stop() {
      pool.shutdown();
    }
  }

  @Benchmark
  public void unbounded() throws Exception {
    action.run();
  }

  @Benchmark
  public void inline() throws Exception {
    Bounded.run(BOUND, action);
  }

  @Benchmark
  public Outcome abandonable(Ours ours) {
    Cleanup cleanup = action;
    return ours.runner.run(ours.spec, cleanup, Deadline.after(AVAILABLE));
  }

  @Benchmark
  @OperationsPerInvocation(BATCH)
  public void abandonableOneOf64(Ours ours) {
    new Batch(action, BATCH, Deadline.nanosOf(BOUND), Deadline.after(AVAILABLE)).run(ours.threads);
  }

  @Benchmark
  public void guavaSimpleTimeLimiter(Peers peers) throws Exception {
    peers.guava.runWithTimeout(runnable, BOUND);
  }

  @Benchmark
  public void completableFutureGet(Peers peers) throws Exception {
    CompletableFuture.runAsync(runnable, peers.pool).get(BOUND.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Benchmark
  public void failsafe(Peers peers) {
    peers.failsafe.run(resource::close);
  }

  @Benchmark
  public Object resilience4j(Peers peers) throws Exception {
    return peers.resilience4j.executeFutureSupplier(() -> peers.pool.submit(runnable, this));
  }
}
