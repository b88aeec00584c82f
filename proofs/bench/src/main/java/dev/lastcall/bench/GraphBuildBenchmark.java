package dev.lastcall.bench;

import dev.lastcall.defer.CleanupThreads;
import dev.lastcall.defer.Watchdog;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Builds a graph of cleanups: names and circles are checked here, nothing is in futures, levels are
 * given to the others.
 *
 * <p>{@code proofs/bench/bench graph}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Against("completableFuture")
@Per("node")
public class GraphBuildBenchmark {
  /** Cleanup threads with nothing to do. */
  @State(Scope.Benchmark)
  public static class Cleaners {
    private final CleanupThreads threads =
        CleanupThreads.start(GraphStates.THREADS, Watchdog.shared());

    @TearDown
    public void stop() {
      threads.close();
    }
  }

  /** An actor system with nothing to do. */
  @State(Scope.Benchmark)
  public static class Actors {
    private final ExtendedActorSystem system = PekkoExit.system(GraphStates.THREADS);

    @TearDown
    public void stop() {
      system.terminate();
    }
  }

  @Benchmark
  public Object lastcall(GraphStates.Input input, Cleaners state) {
    return Exits.lastcall(input.specs, node -> GraphStates.NOTHING, state.threads);
  }

  @Benchmark
  public Object completableFuture(GraphStates.Input input) {
    return Exits.futures(input.drawn, node -> GraphStates.NOTHING_EITHER, Runnable::run);
  }

  @Benchmark
  public Object pekko(GraphStates.Input input, Actors state) {
    return PekkoExit.of(input.drawn, node -> GraphStates.NOTHING_EITHER, state.system);
  }

  @Benchmark
  public Object spring(GraphStates.Input input) {
    return SpringExit.of(input.drawn, node -> GraphStates.NOTHING_EITHER, Runnable::run);
  }

  @Benchmark
  public Object hadoop(GraphStates.Input input) {
    return HadoopExit.of(input.drawn, node -> GraphStates.NOTHING_EITHER);
  }
}
