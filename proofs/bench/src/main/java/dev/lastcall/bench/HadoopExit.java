package dev.lastcall.bench;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.apache.hadoop.util.ShutdownHookManager;

/**
 * A graph as Hadoop's hook manager, which runs one hook after the other by priority.
 *
 * <p>It runs its hooks when the JVM shuts down, and by a method that is closed to others.
 */
@SuppressWarnings("lastcall:LC0101") // as many as are measured
final class HadoopExit {
  private static final long BOUND_SECONDS = 300;
  private static final MethodHandle EXECUTE = execute();

  private HadoopExit() {}

  /** Registers the graph with the one manager of the process. */
  static HadoopExit of(Graph graph, IntFunction<Runnable> action) {
    int[] levels = graph.levels();
    ShutdownHookManager manager = ShutdownHookManager.get();
    clear();
    for (int node = 0; node < levels.length; node++) {
      Runnable cleanup = action.apply(node);
      // It keeps one of hooks that are equal, and reads its configuration for one without a bound.
      Runnable hook = () -> cleanup.run();
      manager.addShutdownHook(hook, graph.size() - levels[node], BOUND_SECONDS, TimeUnit.SECONDS);
    }
    return new HadoopExit();
  }

  /** Makes the manager forget everything. */
  static void clear() {
    ShutdownHookManager.get().clearShutdownHooks();
  }

  void run() throws Throwable {
    int late = (int) EXECUTE.invokeExact(ShutdownHookManager.get());
    if (late > 0) {
      throw new IllegalStateException(late + " hooks were late");
    }
  }

  private static MethodHandle execute() {
    try {
      return MethodHandles.privateLookupIn(ShutdownHookManager.class, MethodHandles.lookup())
          .unreflect(ShutdownHookManager.class.getDeclaredMethod("executeShutdown"));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
