package dev.lastcall.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Runs a graph of cleanups that do nothing on two threads, from the call to its return. Each
 * invocation has a graph of its own, built outside the measured time; the bytes are those of
 * building and running. Pekko and Spring know levels, Hadoop a sequence.
 *
 * <p>{@code proofs/bench/bench graph}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Against("completableFuture")
@Per("node")
public class GraphBenchmark {
  @Benchmark
  public int lastcall(GraphStates.Ours state) {
    return Exits.run(state.built());
  }

  @Benchmark
  public void completableFuture(GraphStates.Futures state) {
    Exits.run(state.built);
  }

  @Benchmark
  public void pekko(GraphStates.Pekko state) {
    state.built().run();
  }

  @Benchmark
  public void spring(GraphStates.Spring state) {
    state.built().run();
  }

  @Benchmark
  public void hadoop(GraphStates.Hadoop state) throws Throwable {
    state.built().run();
  }
}
