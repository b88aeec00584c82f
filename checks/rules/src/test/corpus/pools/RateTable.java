import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class RateTable {
  private ScheduledExecutorService refresher;

  void start() {
    refresher = Executors.newSingleThreadScheduledExecutor();
    refresher.scheduleAtFixedRate(this::save, 1, 60, TimeUnit.SECONDS);
    Thread hook =
        new Thread() {
          @Override
          public void run() {
            refresher.shutdown();
          }
        };
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void save() {}
}
