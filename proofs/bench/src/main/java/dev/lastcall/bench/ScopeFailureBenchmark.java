package dev.lastcall.bench;

import com.google.common.io.Closer;
import dev.lastcall.defer.DeferScope;
import java.io.Closeable;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A block with four cleanups, of which the first and the third to run fail. The exceptions have no
 * stack, which would cost more than all the rest.
 *
 * <p>{@code proofs/bench/bench ScopeFailureBenchmark}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Against("tryWithResources")
@SuppressWarnings("lastcall:LC0801") // the contender is what people write
public class ScopeFailureBenchmark {
  private final Resource r0 = new Resource();
  private final Breaking r1 = new Breaking();
  private final Resource r2 = new Resource();
  private final Breaking r3 = new Breaking();

  @Benchmark
  @SuppressWarnings("try") // they are only taken and closed
  public Object tryWithResources() {
    try (Resource a0 = r0.take();
        Breaking a1 = r1;
        Resource a2 = r2.take();
        Breaking a3 = r3) {
      return this;
    } catch (Broken broken) {
      return broken;
    }
  }

  /** Loses one of the two exceptions. */
  @Benchmark
  @SuppressWarnings("Finally") // that is what is compared
  public Object tryFinally() {
    try {
      r0.take();
      try {
        try {
          r2.take();
          try {
            try {
              return this;
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
    } catch (Broken broken) {
      return broken;
    }
  }

  @Benchmark
  public Object scopeClosing() {
    try (DeferScope scope = DeferScope.open()) {
      scope.closing(r0.take());
      scope.closing(r1);
      scope.closing(r2.take());
      scope.closing(r3);
      return this;
    } catch (Broken broken) {
      return broken;
    }
  }

  @Benchmark
  public Object scopeDefer() {
    try (DeferScope scope = DeferScope.open()) {
      scope.defer(r0.take()::close);
      scope.defer(r1::close);
      scope.defer(r2.take()::close);
      scope.defer(r3::close);
      return this;
    } catch (Broken broken) {
      return broken;
    }
  }

  @Benchmark
  public Object guavaCloser() throws Exception {
    try (Closer closer = Closer.create()) {
      closer.register(r0.take()::close);
      closer.register(r1);
      closer.register(r2.take()::close);
      closer.register(r3);
      return this;
    } catch (Broken broken) {
      return broken;
    }
  }

  private static final class Breaking implements Closeable {
    private int code;

    @Override
    public void close() {
      throw new Broken(code++);
    }
  }

  private static final class Broken extends RuntimeException {
    Broken(int code) {
      super(code < 0 ? "negative" : "positive", null, true, false);
    }
  }
}
