import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

class LateStop {
  private final ExecutorService tasks = Executors.newFixedThreadPool(2);

  void run(Runnable task) {
    tasks.execute(task);
  }

  void end() {
    stopAll(tasks);
  }

  private static void stopAll(ExecutorService... pools) {
    for (ExecutorService pool : pools) {
      pool.shutdownNow();
    }
  }
}
