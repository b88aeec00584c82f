package dev.lastcall.log4j2;

import dev.lastcall.crashlab.Acknowledged;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.core.config.Configurator;

/**
 * Logs from four threads until it is killed; with the argument "finish" it only hands on what is
 * left. The first argument is its configuration. Run by tests.
 */
final class JournaledService {
  static final int THREADS = 4;

  private JournaledService() {}

  public static void main(String[] arguments) throws Exception {
    Configurator.initialize(
        null, JournaledService.class.getResource(arguments[0]).toURI().toString());
    if (arguments[1].equals("finish")) {
      LogManager.shutdown();
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
    Logger log = LogManager.getLogger("orders.thread" + thread);
    for (long number = acknowledged.begin(thread); ; number++) {
      log.info("t{} n{} end", thread, number);
      acknowledged.acknowledge(thread, number);
      if (number % 32 == 0) {
        LockSupport.parkNanos(1_000_000);
      }
    }
  }
}
