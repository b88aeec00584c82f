package dev.lastcall.orders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Compares what the service acknowledged with what its ended process left on disk. */
final class Verifier {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int POLL_MILLIS = 100;

  private Verifier() {}

  /**
   * Reads the directory of a service that is gone; {@code lostAnswers} is what the client saw by
   * itself.
   */
  static Losses verify(
      Path directory, Set<String> acknowledged, long lostAnswers, Runnable eachPoll)
      throws IOException, InterruptedException {
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
    return new Losses(
        lostAnswers,
        missing(acknowledged, directory.resolve(OrderAudit.ROWS)),
        missing(acknowledged, directory.resolve(OrderAudit.MESSAGES)),
        missing(acknowledged, directory.resolve(OrderAudit.LOG_LINES)));
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

  private static long missing(Set<String> acknowledged, Path found) throws IOException {
    Set<String> missing = new HashSet<>(acknowledged);
    Files.readAllLines(found).forEach(missing::remove);
    return missing.size();
  }
}
