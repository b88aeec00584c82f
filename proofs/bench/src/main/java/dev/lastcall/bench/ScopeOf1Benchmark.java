package dev.lastcall.bench;

import com.google.common.io.Closer;
import dev.lastcall.defer.DeferScope;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A block with 1 cleanup in straight line, without an exception; the compiler sees through all of
 * it.
 *
 * <p>{@code proofs/bench/bench ScopeOf1Benchmark}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Against("tryFinally")
@SuppressWarnings("lastcall:LC0801") // the contender is what people write
public class ScopeOf1Benchmark {
  private final Resource r0 = new Resource();
  private final ReusedArrays arrays = new ReusedArrays();
  private int value = 3;

  @Benchmark
  public int tryFinally() {
    r0.take();
    try {
      return value * 7;
    } finally {
      r0.close();
    }
  }

  @Benchmark
  @SuppressWarnings("try") // they are only taken and closed
  public int tryWithResources() {
    try (Resource a0 = r0.take()) {
      return value * 7;
    }
  }

  @Benchmark
  public int scopeClosing() {
    try (DeferScope scope = DeferScope.open()) {
      scope.closing(r0.take());
      return value * 7;
    }
  }

  @Benchmark
  public int scopeDefer() {
    try (DeferScope scope = DeferScope.open()) {
      r0.take();
      scope.defer(r0::close);
      return value * 7;
    }
  }

  @Benchmark
  public int scopeNamed() {
    try (DeferScope scope = DeferScope.open()) {
      r0.take();
      scope.defer("r0", r0::close);
      return value * 7;
    }
  }

  @Benchmark
  public int guavaCloser() throws Exception {
    try (Closer closer = Closer.create()) {
      r0.take();
      closer.register(r0::close);
      return value * 7;
    }
  }

  @Benchmark
  public int arrayDeque() {
    ArrayDeque<Runnable> deque = new ArrayDeque<>();
    try {
      r0.take();
      deque.push(r0::close);
      return value * 7;
    } finally {
      drain(deque);
    }
  }

  private static void drain(ArrayDeque<Runnable> deque) {
    Runnable cleanup;
    while ((cleanup = deque.poll()) != null) {
      cleanup.run();
    }
  }

  @Benchmark
  public int reusedArrays() throws Exception {
    try {
      arrays.add(r0.take());
      return value * 7;
    } finally {
      arrays.close();
    }
  }
}
