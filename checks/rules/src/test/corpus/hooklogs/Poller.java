import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

class Poller {
  private static final Logger logger = LogManager.getLogger();
  private volatile boolean running = true;

  void start() {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  running = false;
                  logger.info("poller stopped");
                }));
  }

  boolean isRunning() {
    return running;
  }
}
