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
 * A block with 16 cleanups in straight line, without an exception; the compiler sees through all of
 * it.
 *
 * <p>{@code proofs/bench/bench ScopeOf16Benchmark}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Against("tryFinally")
@SuppressWarnings({"lastcall:LC0101", "lastcall:LC0801"}) // the contender is what people write
public class ScopeOf16Benchmark {
  private final Resource r0 = new Resource();
  private final Resource r1 = new Resource();
  private final Resource r2 = new Resource();
  private final Resource r3 = new Resource();
  private final Resource r4 = new Resource();
  private final Resource r5 = new Resource();
  private final Resource r6 = new Resource();
  private final Resource r7 = new Resource();
  private final Resource r8 = new Resource();
  private final Resource r9 = new Resource();
  private final Resource r10 = new Resource();
  private final Resource r11 = new Resource();
  private final Resource r12 = new Resource();
  private final Resource r13 = new Resource();
  private final Resource r14 = new Resource();
  private final Resource r15 = new Resource();
  private final Resource[] all = {
    r0, r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, r11, r12, r13, r14, r15
  };
  private final ReusedArrays arrays = new ReusedArrays();
  private int value = 3;

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
            return tryFinallyFrom4();
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

  private int tryFinallyFrom4() {
    r4.take();
    try {
      r5.take();
      try {
        r6.take();
        try {
          r7.take();
          try {
            return tryFinallyFrom8();
          } finally {
            r7.close();
          }
        } finally {
          r6.close();
        }
      } finally {
        r5.close();
      }
    } finally {
      r4.close();
    }
  }

  private int tryFinallyFrom8() {
    r8.take();
    try {
      r9.take();
      try {
        r10.take();
        try {
          r11.take();
          try {
            return tryFinallyFrom12();
          } finally {
            r11.close();
          }
        } finally {
          r10.close();
        }
      } finally {
        r9.close();
      }
    } finally {
      r8.close();
    }
  }

  private int tryFinallyFrom12() {
    r12.take();
    try {
      r13.take();
      try {
        r14.take();
        try {
          r15.take();
          try {
            return value * 7;
          } finally {
            r15.close();
          }
        } finally {
          r14.close();
        }
      } finally {
        r13.close();
      }
    } finally {
      r12.close();
    }
  }

  @Benchmark
  @SuppressWarnings("try") // they are only taken and closed
  public int tryWithResources() {
    try (Resource a0 = r0.take();
        Resource a1 = r1.take();
        Resource a2 = r2.take();
        Resource a3 = r3.take();
        Resource a4 = r4.take();
        Resource a5 = r5.take();
        Resource a6 = r6.take();
        Resource a7 = r7.take();
        Resource a8 = r8.take();
        Resource a9 = r9.take();
        Resource a10 = r10.take();
        Resource a11 = r11.take();
        Resource a12 = r12.take();
        Resource a13 = r13.take();
        Resource a14 = r14.take();
        Resource a15 = r15.take()) {
      return value * 7;
    }
  }

  @Benchmark
  public int scopeClosing() {
    try (DeferScope scope = DeferScope.open()) {
      scope.closing(r0.take());
      scope.closing(r1.take());
      scope.closing(r2.take());
      scope.closing(r3.take());
      scope.closing(r4.take());
      scope.closing(r5.take());
      scope.closing(r6.take());
      scope.closing(r7.take());
      scope.closing(r8.take());
      scope.closing(r9.take());
      scope.closing(r10.take());
      scope.closing(r11.take());
      scope.closing(r12.take());
      scope.closing(r13.take());
      scope.closing(r14.take());
      scope.closing(r15.take());
      return value * 7;
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
      r4.take();
      scope.defer(r4::close);
      r5.take();
      scope.defer(r5::close);
      r6.take();
      scope.defer(r6::close);
      r7.take();
      scope.defer(r7::close);
      r8.take();
      scope.defer(r8::close);
      r9.take();
      scope.defer(r9::close);
      r10.take();
      scope.defer(r10::close);
      r11.take();
      scope.defer(r11::close);
      r12.take();
      scope.defer(r12::close);
      r13.take();
      scope.defer(r13::close);
      r14.take();
      scope.defer(r14::close);
      r15.take();
      scope.defer(r15::close);
      return value * 7;
    }
  }

  // The three that follow gain nothing by being written out.

  @Benchmark
  public int guavaCloser() throws Exception {
    try (Closer closer = Closer.create()) {
      for (Resource resource : all) {
        closer.register(resource.take()::close);
      }
      return value * 7;
    }
  }

  @Benchmark
  public int arrayDeque() {
    ArrayDeque<Runnable> deque = new ArrayDeque<>();
    try {
      for (Resource resource : all) {
        deque.push(resource.take()::close);
      }
      return value * 7;
    } finally {
      Runnable cleanup;
      while ((cleanup = deque.poll()) != null) {
        cleanup.run();
      }
    }
  }

  @Benchmark
  public int reusedArrays() throws Exception {
    try {
      for (Resource resource : all) {
        arrays.add(resource.take());
      }
      return value * 7;
    } finally {
      arrays.close();
    }
  }
}
