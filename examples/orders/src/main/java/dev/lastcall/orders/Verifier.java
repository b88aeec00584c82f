package dev.lastcall.orders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Reads what an ended process of the service left on disk, in a process of its own. */
final class Verifier {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int POLL_MILLIS = 100;

  private Verifier() {}

  /** Reads the directory of a service that is gone. */
  static Remains read(Path directory, Runnable eachPoll) throws IOException, InterruptedException {
    Path output = directory.resolve("audit.out");
    Process audit =
        ChildJava.start(
            OrderAudit.class.getName(),
            "audit-logback.xml",
            directory,
            List.of("--directory", directory.toString()),
            output);
    try {
      if (!awaitEnd(audit, eachPoll) || audit.exitValue() != 0) {
        throw new IllegalStateException(
            "audit: failed (expected: to read what the service left)\n"
                + ChildJava.lastLines(output));
      }
    } finally {
      audit.destroyForcibly();
    }
    return new Remains(
        Set.copyOf(Files.readAllLines(directory.resolve(OrderAudit.ROWS))),
        Set.copyOf(Files.readAllLines(directory.resolve(OrderAudit.MESSAGES))),
        Files.readAllLines(directory.resolve(OrderAudit.LOG_LINES)));
  }

  private static boolean awaitEnd(Process audit, Runnable eachPoll) throws InterruptedException {
    long start = System.nanoTime();
    boolean ended = false;
    while (!ended && System.nanoTime() - start < LIMIT.toNanos()) {
      ended = audit.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
      eachPoll.run();
    }
    return ended;
  }
}
