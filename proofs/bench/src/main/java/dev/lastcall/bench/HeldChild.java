package dev.lastcall.bench;

import dev.lastcall.api.CleanupSpec;
import dev.lastcall.defer.CleanupThreads;
import dev.lastcall.defer.Watchdog;
import dev.lastcall.exit.ExitCoordinator;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.apache.pekko.actor.ExtendedActorSystem;

/**
 * A process that builds graphs and prints what they hold of the heap, for each node and beyond the
 * names, specifications and actions, which are the user's. Needs the serial collector, whose
 * collections leave nothing behind.
 */
@SuppressWarnings("lastcall:LC0404") // the graphs are held, not run
public final class HeldChild {
  /** As many graphs as make so many nodes, so that what the JVM itself needs does not count. */
  private static final int NODES = 100_000;

  private final Graph graph;
  private final CleanupSpec[] specs;
  private final ExecutorService pool = Executors.newSingleThreadExecutor();

  private HeldChild(Graph graph) {
    this.graph = graph;
    this.specs = Exits.specs(graph);
  }

  /**
   * Measures.
   *
   * @param args the contender, the shape, how many nodes
   */
  public static void main(String[] args) {
    HeldChild child = new HeldChild(Graph.of(args[1], Integer.parseInt(args[2])));
    Supplier<Object> build = child.builder(args[0]);
    Object[] graphs = new Object[Math.max(1, NODES / child.graph.size())];
    for (int number = 0; number < graphs.length; number++) {
      graphs[number] = build.get();
    }
    Arrays.fill(graphs, child);
    long before = used();
    for (int number = 0; number < graphs.length; number++) {
      graphs[number] = build.get();
    }
    long after = used();
    Child.print("", (after - before) / (double) (graphs.length * child.graph.size()));
    Runtime.getRuntime().halt(graphs[0] == child ? 1 : 0);
  }

  private Supplier<Object> builder(String contender) {
    return switch (contender) {
      case "lastcall" -> {
        CleanupThreads threads = CleanupThreads.start(1, Watchdog.shared());
        yield () -> {
          ExitCoordinator exit = Exits.lastcall(specs, node -> GraphStates.NOTHING, threads);
          exit.ready();
          return exit;
        };
      }
      case "futures" -> () -> Exits.futures(graph, node -> GraphStates.NOTHING_EITHER, pool);
      case "spring" -> () -> SpringExit.of(graph, node -> GraphStates.NOTHING_EITHER, pool);
      case "pekko" -> {
        ExtendedActorSystem system = PekkoExit.system(1);
        yield () -> PekkoExit.of(graph, node -> GraphStates.NOTHING_EITHER, system);
      }
      default -> throw new IllegalArgumentException(contender);
    };
  }

  private static long used() {
    for (int time = 0; time < 3; time++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
