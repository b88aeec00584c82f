package dev.lastcall.bench;

import dev.lastcall.api.PlainCleanup;
import dev.lastcall.defer.CleanupThreads;
import dev.lastcall.defer.Watchdog;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.jspecify.annotations.Nullable;

/**
 * A process that runs an exit of cleanups that sleep, building included, and prints how long it
 * took over what no schedule can be below: the critical path, and the sum over the threads. An exit
 * of the same cleanups without their sleep goes before.
 */
public final class MakespanChild {
  private static final int LONGEST_MILLIS = 20;

  private final Graph graph;
  private final int threads;
  private final long[] nanos;

  private MakespanChild(int size, int threads) {
    this.graph = Graph.of("layered", size);
    this.threads = threads;
    this.nanos = new long[size];
  }

  /**
   * Measures one exit.
   *
   * @param args the contender, how many cleanups, how many threads
   */
  public static void main(String[] args) {
    MakespanChild child = new MakespanChild(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    Runnable exit = child.exit(args[0]);
    exit.run();
    child.draw();
    long began = System.nanoTime();
    exit.run();
    Child.print("", (System.nanoTime() - began) / (double) child.leastNanos());
    Runtime.getRuntime().halt(0);
  }

  private Runnable exit(String contender) {
    return switch (contender) {
      case "lastcall" -> lastcall(node -> null);
      case "informed" -> lastcall(node -> Duration.ofNanos(nanos[node]));
      case "futures" -> {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        yield () -> Exits.run(Exits.futures(graph, this::cleanup, pool));
      }
      case "spring" -> {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        yield () -> SpringExit.of(graph, this::cleanup, pool).run();
      }
      case "pekko" -> {
        ExtendedActorSystem system = PekkoExit.system(threads);
        yield () -> PekkoExit.of(graph, this::cleanup, system).run();
      }
      default -> throw new IllegalArgumentException(contender);
    };
  }

  private Runnable lastcall(IntFunction<@Nullable Duration> expected) {
    CleanupThreads workers = CleanupThreads.start(threads, Watchdog.shared());
    return () -> Exits.run(Exits.lastcall(Exits.specs(graph, expected), this::plain, workers));
  }

  private Runnable cleanup(int node) {
    return () -> sleep(nanos[node]);
  }

  private PlainCleanup plain(int node) {
    return () -> sleep(nanos[node]);
  }

  private void draw() {
    Random random = new Random(Graph.SEED);
    for (int node = 0; node < nanos.length; node++) {
      nanos[node] = TimeUnit.MILLISECONDS.toNanos(1 + random.nextInt(LONGEST_MILLIS));
    }
  }

  private long leastNanos() {
    long sum = 0;
    for (long time : nanos) {
      sum += time;
    }
    return Math.max(graph.criticalPath(nanos), sum / threads);
  }

  private static void sleep(long time) {
    long end = System.nanoTime() + time;
    for (long left = time; left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
