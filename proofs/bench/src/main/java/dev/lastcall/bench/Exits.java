package dev.lastcall.bench;

import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.PlainCleanup;
import dev.lastcall.defer.CleanupThreads;
import dev.lastcall.exit.ExitCoordinator;
import dev.lastcall.exit.ExitSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The same graph in the terms of Lastcall, of a loop and of the JDK's futures; each runs once. */
final class Exits {
  private static final Duration BOUND = Duration.ofSeconds(5);
  private static final Duration AVAILABLE = Duration.ofDays(30);

  private Exits() {}

  /** Returns the names that the nodes have. */
  static String[] names(Graph graph) {
    String[] names = new String[graph.size()];
    for (int node = 0; node < names.length; node++) {
      names[node] = "cleanup-" + node;
    }
    return names;
  }

  /** Returns what Lastcall is told of the nodes, made beforehand because it is the user's. */
  static CleanupSpec[] specs(Graph graph) {
    return specs(graph, node -> null);
  }

  /** Returns the same with how long each node is expected to take. */
  static CleanupSpec[] specs(Graph graph, IntFunction<@Nullable Duration> expected) {
    String[] names = names(graph);
    CleanupSpec[] specs = new CleanupSpec[names.length];
    for (int node = 0; node < names.length; node++) {
      int[] predecessors = graph.predecessors()[node];
      String[] after = new String[predecessors.length];
      for (int i = 0; i < after.length; i++) {
        after[i] = names[predecessors[i]];
      }
      CleanupSpec spec = CleanupSpec.named(names[node]).within(BOUND).after(after);
      Duration time = expected.apply(node);
      specs[node] = time == null ? spec : spec.expecting(time);
    }
    return specs;
  }

  static ExitCoordinator lastcall(
      CleanupSpec[] specs, IntFunction<PlainCleanup> action, CleanupThreads threads) {
    ExitCoordinator exit = ExitCoordinator.create(threads, ExitSettings.within(AVAILABLE));
    for (int node = 0; node < specs.length; node++) {
      exit.defer(specs[node], action.apply(node));
    }
    return exit;
  }

  static int run(ExitCoordinator exit) {
    return exit.run(Deadline.after(AVAILABLE), System.nanoTime()).criticalPath().size();
  }

  /** Builds the graph, which begins to run when the first of the futures is completed. */
  static List<CompletableFuture<Void>> futures(
      Graph graph, IntFunction<Runnable> action, Executor executor) {
    CompletableFuture<Void> begin = new CompletableFuture<>();
    @SuppressWarnings({"unchecked", "rawtypes"})
    CompletableFuture<Void>[] nodes = new CompletableFuture[graph.size()];
    for (int node = 0; node < nodes.length; node++) {
      int[] predecessors = graph.predecessors()[node];
      Runnable cleanup = action.apply(node);
      nodes[node] =
          switch (predecessors.length) {
            case 0 -> begin.thenRunAsync(cleanup, executor);
            case 1 -> nodes[predecessors[0]].thenRunAsync(cleanup, executor);
            default ->
                nodes[predecessors[0]].runAfterBothAsync(nodes[predecessors[1]], cleanup, executor);
          };
    }
    return List.of(begin, CompletableFuture.allOf(nodes));
  }

  static void run(List<CompletableFuture<Void>> futures) {
    futures.get(0).complete(null);
    futures.get(1).join();
  }
}
