package dev.lastcall.log4j2;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.Deadline.Ticker;
import dev.lastcall.flush.LastGasp;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** A service that logs, gets stuck, and is halted by its last gasp; run by tests. */
final class DyingService {
  static final int EVENTS = 20_000;

  private DyingService() {}

  /** Argument: how it logs; "stuck-console" has a thread hang in a write that nobody reads. */
  public static void main(String[] args) {
    Logs logs =
        new Logs()
            .console("CONSOLE")
            .file("RollingRandomAccessFile", "FILE", Path.of("app.log"))
            .async("ASYNC", "FILE")
            .logger("console", "CONSOLE");
    if (args[0].equals("async-loggers")) {
      logs.root("FILE");
    } else {
      logs.root("ASYNC");
    }
    LastGasp gasp = LastGasp.start(Ticker.system());
    gasp.add("logs", Log4j2Target.ofCurrent());
    gasp.rehearse(Deadline.after(ofSeconds(30)));
    if (args[0].equals("stuck-console")) {
      hangInAWriteToStandardOutput();
    }
    Logger root = LogManager.getRootLogger();
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

  private static void hangInAWriteToStandardOutput() {
    Logger console = LogManager.getLogger("console");
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
