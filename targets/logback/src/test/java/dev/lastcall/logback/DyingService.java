package dev.lastcall.logback;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.Deadline.Ticker;
import dev.lastcall.flush.LastGasp;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.LoggerFactory;

/** A service that logs, gets stuck, and is halted by its last gasp; run by tests. */
final class DyingService {
  static final int EVENTS = 20_000;

  private DyingService() {}

  /**
   * Argument: "stuck-console" has a thread hang in a write to standard output, which nobody reads.
   */
  public static void main(String[] args) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    Logger root = Logs.root(context);
    root.addAppender(
        Logs.async(context, "ASYNC", Logs.bufferedFile(context, "FILE", Path.of("app.log"))));
    LastGasp gasp = LastGasp.start(Ticker.system());
    gasp.add("logs", LogbackTarget.ofSlf4j());
    gasp.rehearse(Deadline.after(ofSeconds(30)));
    if (args[0].equals("stuck-console")) {
      hangInAWriteToStandardOutput(context);
    }
    for (int i = 0; i < EVENTS; i++) {
      root.info("event {}", i);
    }
    gasp.arm(
        Deadline.after(ofMillis(0)),
        Deadline.after(ofSeconds(2)),
        report -> Runtime.getRuntime().halt(70));
    while (true) {
      LockSupport.park();
    }
  }

  private static void hangInAWriteToStandardOutput(LoggerContext context) {
    Logger console = context.getLogger("console");
    console.setAdditive(false);
    console.addAppender(Logs.stream(context, "CONSOLE", System.out));
    Thread chatter =
        new Thread(
            () -> {
              while (true) {
                console.info("a line that nobody reads");
              }
            },
            "app-stuck");
    chatter.setDaemon(true);
    chatter.start();
    LockSupport.parkNanos(500_000_000);
  }
}
