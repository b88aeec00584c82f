package dev.lastcall.logback;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import dev.lastcall.crashlab.Acknowledged;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs from four threads until it is killed; with the argument "finish" it only hands on what is
 * left. The first argument is its configuration. Run by tests.
 */
final class JournaledService {
  static final int THREADS = 4;

  private JournaledService() {}

  public static void main(String[] arguments) throws Exception {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(JournaledService.class.getResource(arguments[0]));
    if (arguments[1].equals("finish")) {
      context.stop();
      context.getStatusManager().getCopyOfStatusList().stream()
          .filter(status -> status.getLevel() > 0)
          .forEach(System.out::println);
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
    Logger log = LoggerFactory.getLogger("orders.thread" + thread);
    for (long number = acknowledged.begin(thread); ; number++) {
      log.info("t{} n{} end", thread, number);
      acknowledged.acknowledge(thread, number);
      if (number % 32 == 0) {
        LockSupport.parkNanos(1_000_000);
      }
    }
  }
}
