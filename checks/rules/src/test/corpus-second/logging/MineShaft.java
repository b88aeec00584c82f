package mine.shaft;

import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

public class MineShaft {
  static {
    // Log4j is stopped by the hook below, at its end
    System.setProperty("log4j.shutdownHookEnabled", "false");
  }

  private static final Logger LOG = LogManager.getLogger(MineShaft.class);

  public static void main(String[] args) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      try {
        LOG.info("all lifts up");
      } finally {
        LogManager.shutdown();
      }
    }));
    LOG.info("{} miners went down", args.length);
  }
}
