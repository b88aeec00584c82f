package dev.lastcall.bench;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import org.apache.pekko.Done;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.actor.JVMShutdownHooks;
import scala.concurrent.duration.FiniteDuration;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.FutureConverters;

/** A graph as Pekko's coordinated shutdown, which knows phases: one for each level. */
@SuppressWarnings("lastcall:LC0101") // as many as are measured
final class PekkoExit {
  private static final FiniteDuration BOUND = FiniteDuration.apply(5, "minutes");

  private final CoordinatedShutdown shutdown;

  /** Starts an actor system of which the dispatcher has a number of threads. */
  static ExtendedActorSystem system(int threads) {
    Config config =
        ConfigFactory.parseString(
                """
                pekko.loglevel = off
                pekko.coordinated-shutdown.run-by-jvm-shutdown-hook = off
                pekko.actor.default-dispatcher {
                  executor = thread-pool-executor
                  thread-pool-executor.fixed-pool-size = %d
                }
                """
                    .formatted(threads))
            .withFallback(ConfigFactory.load());
    return (ExtendedActorSystem) ActorSystem.create("bench", config);
  }

  private PekkoExit(CoordinatedShutdown shutdown) {
    this.shutdown = shutdown;
  }

  static PekkoExit of(Graph graph, IntFunction<Runnable> action, ExtendedActorSystem system) {
    int[] levels = graph.levels();
    Map<String, CoordinatedShutdown.Phase> phases = new HashMap<>();
    for (int level : levels) {
      phases.computeIfAbsent(phase(level), name -> phaseAfter(level));
    }
    CoordinatedShutdown shutdown =
        new CoordinatedShutdown(
            system,
            scala.collection.immutable.Map.from(CollectionConverters.asScala(phases)),
            new NoHooks());
    for (int node = 0; node < levels.length; node++) {
      Runnable cleanup = action.apply(node);
      shutdown.addTask(
          phase(levels[node]),
          "cleanup-" + node,
          () ->
              CompletableFuture.supplyAsync(
                  () -> {
                    cleanup.run();
                    return Done.getInstance();
                  },
                  system.dispatcher()));
    }
    return new PekkoExit(shutdown);
  }

  private static CoordinatedShutdown.Phase phaseAfter(int level) {
    Set<String> before = level == 0 ? Set.of() : Set.of(phase(level - 1));
    scala.collection.immutable.Set<String> names =
        scala.collection.immutable.Set.from(CollectionConverters.asScala(before));
    return new CoordinatedShutdown.Phase(names, BOUND, true, true);
  }

  private static String phase(int level) {
    return "level-" + level;
  }

  void run() {
    FutureConverters.asJava(shutdown.run(CoordinatedShutdown.unknownReason()))
        .toCompletableFuture()
        .join();
  }

  /** The JVM is not to be ended. */
  private static final class NoHooks implements JVMShutdownHooks {
    @Override
    public void addHook(Thread hook) {
      // The exit is called by hand.
    }

    @Override
    public boolean removeHook(Thread hook) {
      return true;
    }
  }
}
