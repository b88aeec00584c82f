package dev.lastcall.bench;

import java.util.concurrent.Executor;
import java.util.function.IntFunction;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.support.DefaultLifecycleProcessor;

/** A graph as Spring's lifecycle processor, which knows phases: one for each level. */
@SuppressWarnings("lastcall:LC0301") // longer than any measurement
final class SpringExit {
  private final DefaultLifecycleProcessor processor = new DefaultLifecycleProcessor();

  private SpringExit() {}

  static SpringExit of(Graph graph, IntFunction<Runnable> action, Executor executor) {
    int[] levels = graph.levels();
    DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
    for (int node = 0; node < levels.length; node++) {
      beans.registerSingleton(
          "cleanup-" + node, new Bean(-levels[node], action.apply(node), executor));
    }
    SpringExit exit = new SpringExit();
    exit.processor.setTimeoutPerShutdownPhase(300_000);
    exit.processor.setBeanFactory(beans);
    exit.processor.start();
    return exit;
  }

  void run() {
    processor.stop();
  }

  /** A bean that stops on another thread, so that those of one phase stop together. */
  private static final class Bean implements SmartLifecycle {
    private final int phase;
    private final Runnable cleanup;
    private final Executor executor;
    private volatile boolean running;

    Bean(int phase, Runnable cleanup, Executor executor) {
      this.phase = phase;
      this.cleanup = cleanup;
      this.executor = executor;
    }

    @Override
    public void start() {
      running = true;
    }

    @Override
    public void stop() {
      cleanup.run();
      running = false;
    }

    @Override
    public void stop(Runnable callback) {
      executor.execute(
          () -> {
            stop();
            callback.run();
          });
    }

    @Override
    public boolean isRunning() {
      return running;
    }

    @Override
    public int getPhase() {
      return phase;
    }
  }
}
