package dev.lastcall.bench;

import com.google.common.io.Closer;
import dev.lastcall.defer.DeferScope;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Four cleanups around a call that the compiler does not see into, in a process that has used
 * scopes of many kinds before: what is left of the other figures in a real program.
 *
 * <p>{@code proofs/bench/bench ScopeInUseBenchmark}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Against("tryFinally")
@SuppressWarnings("lastcall:LC0101") // a scope in use is what is measured
public class ScopeInUseBenchmark {
  private final Resource r0 = new Resource();
  private final Resource r1 = new Resource();
  private final Resource r2 = new Resource();
  private final Resource r3 = new Resource();
  private final ReentrantLock lock = new ReentrantLock();

  /** Shows the compiler every kind of entry at every place, so that it can foresee none. */
  @Setup
  public void useScopes() {
    for (int round = 0; round < 20_000; round++) {
      try (DeferScope scope = DeferScope.open()) {
        for (int i = round % 7; i >= 0; i--) {
          deferOneOfMany(scope, round + i);
        }
      }
    }
  }

  private void deferOneOfMany(DeferScope scope, int which) {
    switch (which % 6) {
      case 0 -> scope.closing((AutoCloseable) () -> r0.close());
      case 1 -> scope.closing(r1.take());
      case 2 -> scope.locked(lock);
      case 3 -> scope.defer(r2::close);
      case 4 -> scope.defer("named", () -> r3.take());
      default -> scope.releasing(r3, Resource::close);
    }
  }

  @Benchmark
  public int tryFinally() {
    r0.take();
    try {
      r1.take();
      try {
        r2.take();
        try {
          r3.take();
          try {
            return r0.use();
          } finally {
            r3.close();
          }
        } finally {
          r2.close();
        }
      } finally {
        r1.close();
      }
    } finally {
      r0.close();
    }
  }

  @Benchmark
  @SuppressWarnings("try") // they are only taken and closed
  public int tryWithResources() {
    try (Resource a0 = r0.take();
        Resource a1 = r1.take();
        Resource a2 = r2.take();
        Resource a3 = r3.take()) {
      return a0.use();
    }
  }

  @Benchmark
  public int scopeClosing() {
    try (DeferScope scope = DeferScope.open()) {
      scope.closing(r0.take());
      scope.closing(r1.take());
      scope.closing(r2.take());
      scope.closing(r3.take());
      return r0.use();
    }
  }

  @Benchmark
  public int scopeDefer() {
    try (DeferScope scope = DeferScope.open()) {
      r0.take();
      scope.defer(r0::close);
      r1.take();
      scope.defer(r1::close);
      r2.take();
      scope.defer(r2::close);
      r3.take();
      scope.defer(r3::close);
      return r0.use();
    }
  }

  @Benchmark
  public int guavaCloser() throws Exception {
    try (Closer closer = Closer.create()) {
      closer.register(r0.take()::close);
      closer.register(r1.take()::close);
      closer.register(r2.take()::close);
      closer.register(r3.take()::close);
      return r0.use();
    }
  }

  @Benchmark
  public int arrayDeque() {
    ArrayDeque<Runnable> deque = new ArrayDeque<>();
    try {
      deque.push(r0.take()::close);
      deque.push(r1.take()::close);
      deque.push(r2.take()::close);
      deque.push(r3.take()::close);
      return r0.use();
    } finally {
      Runnable cleanup;
      while ((cleanup = deque.poll()) != null) {
        cleanup.run();
      }
    }
  }
}
