package dev.lastcall.jul;

import dev.lastcall.crashlab.Acknowledged;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * Logs from four threads until it is killed; with the argument "finish" it only hands on what is
 * left. The first argument is its configuration. Run by tests.
 */
final class JournaledService {
  static final int THREADS = 4;

  private JournaledService() {}

  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager()
        .readConfiguration(JournaledService.class.getResourceAsStream(arguments[0]));
    // Handlers are made when the root logger is first used.
    if (Logger.getLogger("").getHandlers().length == 0) {
      throw new IllegalStateException("no handler");
    }
    if (arguments[1].equals("finish")) {
      LogManager.getLogManager().reset();
      System.out.println("stopped");
      return;
    }
    Acknowledged acknowledged = Acknowledged.open(Path.of("acknowledged"), THREADS);
    for (int i = 0; i < THREADS; i++) {
      int thread = i;
      new Thread(() -> log(acknowledged, thread), "app-" + i).start();
    }
    System.out.println("logging");
  }

  private static void log(Acknowledged acknowledged, int thread) {
    Logger log = Logger.getLogger("orders.thread" + thread);
    for (long number = acknowledged.begin(thread); ; number++) {
      log.log(Level.INFO, "t{0} n{1} end", new Object[] {thread, Long.toString(number)});
      acknowledged.acknowledge(thread, number);
      if (number % 32 == 0) {
        LockSupport.parkNanos(1_000_000);
      }
    }
  }
}
