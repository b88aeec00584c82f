package dev.lastcall.bench;

import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.PlainCleanup;
import dev.lastcall.defer.CleanupThreads;
import dev.lastcall.defer.Watchdog;
import dev.lastcall.exit.ExitCoordinator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A graph of cleanups that do nothing, and what each contender makes of it before it runs. */
public final class GraphStates {
  static final int THREADS = 2;
  static final PlainCleanup NOTHING = () -> {};
  static final Runnable NOTHING_EITHER = () -> {};

  private GraphStates() {}

  /** The graph. */
  @State(Scope.Benchmark)
  public static class Input {
    @Param({"chain", "fan", "layered"})
    public String graph = "layered";

    @Param({"100", "1000", "10000", "100000"})
    public int nodes;

    Graph drawn = Graph.of("chain", 0);
    CleanupSpec[] specs = {};

    @Setup
    public void draw() {
      drawn = Graph.of(graph, nodes);
      specs = Exits.specs(drawn);
    }
  }

  /** Lastcall's coordinator. */
  @State(Scope.Benchmark)
  public static class Ours {
    final CleanupThreads threads = CleanupThreads.start(THREADS, Watchdog.shared());
    private @Nullable ExitCoordinator built;

    @Setup(Level.Invocation)
    public void build(Input input) {
      built = Exits.lastcall(input.specs, node -> NOTHING, threads);
    }

    ExitCoordinator built() {
      return Objects.requireNonNull(built);
    }

    @TearDown
    public void stop() {
      threads.close();
    }
  }

  /** A graph of the JDK's futures. */
  @State(Scope.Benchmark)
  public static class Futures {
    private final ExecutorService executor = Executors.newFixedThreadPool(THREADS);
    List<CompletableFuture<Void>> built = List.of();

    @Setup(Level.Invocation)
    public void build(Input input) {
      built = Exits.futures(input.drawn, node -> NOTHING_EITHER, executor);
    }

    @TearDown
    public void stop() {
      executor.shutdown();
    }
  }

  /** Pekko's coordinated shutdown. */
  @State(Scope.Benchmark)
  public static class Pekko {
    final ExtendedActorSystem system = PekkoExit.system(THREADS);
    private @Nullable PekkoExit built;

    @Setup(Level.Invocation)
    public void build(Input input) {
      built = PekkoExit.of(input.drawn, node -> NOTHING_EITHER, system);
    }

    PekkoExit built() {
      return Objects.requireNonNull(built);
    }

    @TearDown
    public void stop() {
      system.terminate();
    }
  }

  /** Spring's lifecycle processor. */
  @State(Scope.Benchmark)
  public static class Spring {
    private final ExecutorService executor = Executors.newFixedThreadPool(THREADS);
    private @Nullable SpringExit built;

    @Setup(Level.Invocation)
    public void build(Input input) {
      built = SpringExit.of(input.drawn, node -> NOTHING_EITHER, executor);
    }

    SpringExit built() {
      return Objects.requireNonNull(built);
    }

    @TearDown
    public void stop() {
      executor.shutdown();
    }
  }

  /** Hadoop's hook manager, of which a process has one. */
  @State(Scope.Benchmark)
  public static class Hadoop {
    private @Nullable HadoopExit built;

    @Setup(Level.Invocation)
    public void build(Input input) {
      built = HadoopExit.of(input.drawn, node -> NOTHING_EITHER);
    }

    HadoopExit built() {
      return Objects.requireNonNull(built);
    }

    @TearDown
    public void clear() {
      HadoopExit.clear();
    }
  }
}
