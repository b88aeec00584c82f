package dev.lastcall.jul;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.crashlab.ChildJvm;
import dev.lastcall.crashlab.ChildJvmBuilder;
import dev.lastcall.crashlab.KilledLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that log from four threads, killed at random instants and started again. */
class JournalKillIT {
  private static final int KILLS = 12;

  @TempDir private Path folder;
  private final long seed = System.nanoTime();
  private final KilledLog log = new KilledLog();

  @Test
  void theFileHoldsEveryLineOnceAndInOrder() throws IOException {
    kill("journal.properties", KILLS);
    finish("journal.properties");

    assertThat(log.faults(Files.readAllLines(folder.resolve("app.log"))))
        .as("seed " + seed)
        .isEmpty();
    assertThat(log.acknowledged()).isGreaterThan(1_000);
  }

  private void kill(String configuration, int kills) throws IOException {
    Random random = new Random(seed);
    for (int kill = 0; kill < kills; kill++) {
      try (ChildJvm child = start(configuration, "log")) {
        if (kill % 3 == 2) {
          // While it starts: in the recovery, or in its delivery.
          LockSupport.parkNanos(250_000_000L + random.nextInt(400_000_000));
        } else {
          child.awaitLine("logging");
          LockSupport.parkNanos(random.nextInt(150_000_000));
        }
        child.signal("KILL").awaitEnding();
      }
      log.note(folder.resolve("acknowledged"));
    }
  }

  private void finish(String configuration) {
    try (ChildJvm child = start(configuration, "finish")) {
      assertThat(child.awaitEnding().output()).containsExactly("stopped");
    }
  }

  private ChildJvm start(String configuration, String what) {
    return ChildJvmBuilder.of(JournaledService.class, folder)
        .arguments(configuration, what)
        .start();
  }
}
