import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

class JobRunner {
  private final ExecutorService jobs = Executors.newFixedThreadPool(4);

  void start() {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  jobs.shutdown();
                  try {
                    if (!jobs.awaitTermination(5, TimeUnit.SECONDS)) {
                      jobs.shutdownNow();
                    }
                  } catch (InterruptedException e) {
                    jobs.shutdownNow();
                  }
                  flushState();
                }));
  }

  private void flushState() {}
}
