package dev.lastcall.museum;

import static java.time.Duration.ofSeconds;

import dev.lastcall.runtime.Lastcall;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.logging.FileHandler;
import java.util.logging.Logger;

/** Cleanups that log while the logger's own shutdown hook has already closed the file. */
public final class HooksRaceTheLogger {
  private static final Logger LOGGER = Logger.getLogger("orders");
  private static final int LINES = 5;

  private HooksRaceTheLogger() {}

  /**
   * Logs five lines during the exit.
   *
   * @param arguments the form
   * @throws IOException if the log file cannot be opened
   * @throws InterruptedException if the wait is interrupted
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    LOGGER.addHandler(new FileHandler("orders.log"));
    LOGGER.setUseParentHandlers(false);
    if (Form.of(arguments) == Form.NAIVE) {
      Runtime.getRuntime().addShutdownHook(new Thread(HooksRaceTheLogger::closeSlowly));
      System.out.println("serving");
      Thread.currentThread().join();
    } else {
      Lastcall lastcall = Lastcall.builder().gracePeriod(ofSeconds(20)).install();
      lastcall.defer("orders", HooksRaceTheLogger::closeSlowly);
      lastcall.ready();
      System.out.println("serving");
      lastcall.awaitExit();
    }
  }

  private static void closeSlowly() {
    for (int line = 1; line <= LINES; line++) {
      pause();
      LOGGER.info("closing step " + line);
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
  }
}
