package dev.lastcall.orders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Compares what the service acknowledged with what its ended process left on disk. */
final class Verifier {
  private static final int LIMIT_SECONDS = 60;

  private Verifier() {}

  /**
   * Reads the directory of a service that is gone; {@code lostAnswers} is what the client saw by
   * itself.
   */
  static Losses verify(Path directory, Set<String> acknowledged, long lostAnswers)
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
      if (!audit.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || audit.exitValue() != 0) {
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

  private static long missing(Set<String> acknowledged, Path found) throws IOException {
    Set<String> missing = new HashSet<>(acknowledged);
    Files.readAllLines(found).forEach(missing::remove);
    return missing.size();
  }
}
