import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

class Tracker {
  private static final Logger LOG = LogManager.getLogger(Tracker.class);

  void start() {
    LOG.info("registering");
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  LOG.info("tracker stopped");
                  LogManager.shutdown();
                }));
  }
}
