package dev.lastcall.bench;

import com.google.common.io.Closer;
import dev.lastcall.defer.DeferScope;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A loop that takes 16 resources, a number that is not known when it is compiled; per cleanup.
 *
 * <p>Everything that is reused has been promoted by a garbage collection before, as in a program
 * that has run for a while: stores into old objects are what the collector makes dear.
 *
 * <p>{@code proofs/bench/bench ScopeLoopBenchmark}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(ScopeLoopBenchmark.NUMBER)
@Against("reusedArrays")
@SuppressWarnings({"lastcall:LC0101", "lastcall:LC0801"}) // the contender is what people write
public class ScopeLoopBenchmark {
  static final int NUMBER = 16;

  private final Resource[] resources = Resource.array(NUMBER);
  private final ReusedArrays arrays = new ReusedArrays();
  private int number = NUMBER;
  private int value = 3;

  @Setup
  public void promote() throws Exception {
    scopeClosing();
    scopeReleasing();
    reusedArrays();
    System.gc();
    System.gc();
  }

  @Benchmark
  public int reusedArrays() throws Exception {
    try {
      for (int i = 0; i < number; i++) {
        arrays.add(resources[i].take());
      }
      return value * 7;
    } finally {
      arrays.close();
    }
  }

  @Benchmark
  public int scopeClosing() {
    try (DeferScope scope = DeferScope.open()) {
      for (int i = 0; i < number; i++) {
        scope.closing(resources[i].take());
      }
      return value * 7;
    }
  }

  @Benchmark
  public int scopeReleasing() {
    try (DeferScope scope = DeferScope.open()) {
      for (int i = 0; i < number; i++) {
        scope.releasing(resources[i].take(), Resource::close);
      }
      return value * 7;
    }
  }

  @Benchmark
  public int scopeDefer() {
    try (DeferScope scope = DeferScope.open()) {
      for (int i = 0; i < number; i++) {
        scope.defer(resources[i].take()::close);
      }
      return value * 7;
    }
  }

  @Benchmark
  public int guavaCloser() throws Exception {
    try (Closer closer = Closer.create()) {
      for (int i = 0; i < number; i++) {
        closer.register(resources[i].take()::close);
      }
      return value * 7;
    }
  }

  @Benchmark
  public int arrayDeque() {
    ArrayDeque<Runnable> deque = new ArrayDeque<>();
    try {
      for (int i = 0; i < number; i++) {
        deque.push(resources[i].take()::close);
      }
      return value * 7;
    } finally {
      Runnable cleanup;
      while ((cleanup = deque.poll()) != null) {
        cleanup.run();
      }
    }
  }
}
