package dev.lastcall.spool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.crashlab.ChildJvm;
import dev.lastcall.crashlab.ChildJvmBuilder;
import dev.lastcall.crashlab.KilledLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes under load, killed at random instants and started again. */
class SpoolKillIT {
  private static final int KILLS = 12;

  @TempDir private Path folder;

  @Test
  void everyAcknowledgedLineIsInTheFileOnceAndInOrder() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    KilledLog log = new KilledLog();
    for (int kill = 0; kill < KILLS; kill++) {
      try (ChildJvm child =
          ChildJvmBuilder.of(KilledSpool.class, folder).arguments("log").start()) {
        if (kill % 3 == 2) {
          // While it starts: in the recovery, or in its delivery.
          LockSupport.parkNanos(100_000_000L + random.nextInt(250_000_000));
        } else {
          child.awaitLine("logging");
          LockSupport.parkNanos(random.nextInt(150_000_000));
        }
        child.signal("KILL").awaitEnding();
      }
      log.note(folder.resolve("acknowledged"));
    }
    finish();

    List<String> lines = Files.readAllLines(folder.resolve("app.log"));
    assertThat(log.faults(lines)).as("seed " + seed).isEmpty();
    assertThat(log.acknowledged()).isGreaterThan(1_000);
    assertThat(lines.stream().map(SpoolKillIT::sequence)).as("seed " + seed).isSorted();
  }

  private void finish() {
    try (ChildJvm child =
        ChildJvmBuilder.of(KilledSpool.class, folder).arguments("finish").start()) {
      assertThat(child.awaitEnding().output()).containsExactly("all delivered");
    }
  }

  private static long sequence(String line) {
    return Long.parseLong(line.substring(1, line.indexOf(' ')));
  }
}
