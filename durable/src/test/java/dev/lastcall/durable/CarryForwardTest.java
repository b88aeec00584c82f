package dev.lastcall.durable;

import static dev.lastcall.api.CleanupSpec.named;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small journal through which much passes keeps what stays open, and stays small. */
final class CarryForwardTest {
  private static final int CAPACITY = 1 << 20;

  @TempDir Path temp;

  private final Leases leases = new Leases();

  @Test
  void whatIsOpenForLongIsStillThereAfterManyTimesTheCapacity()
      throws IOException, InterruptedException {
    List<String> keys = new ArrayList<>();
    try (DurableCleanups durable = open()) {
      for (int i = 0; i < 20_000; i++) {
        DurableCleanup lease = durable.defer("release-lease", "orders/" + i);
        if (i % 1_000 == 0) {
          keys.add(0, lease.idempotencyKey());
        } else {
          lease.complete();
        }
      }
      assertThat(bytesInFolder()).isLessThanOrEqualTo(CAPACITY + 64 * 1024);
    }

    assertThat(DurableSnapshot.of(temp).open())
        .extracting(OpenIntent::idempotencyKey)
        .containsExactlyElementsOf(keys);
    try (DurableCleanups next = open()) {
      assertThat(next.replay(ofMinutes(1))).isEqualTo(new ReplayResult(20, 0, List.of()));
    }
    assertThat(leases.keys()).containsExactlyElementsOf(keys);
  }

  @Test
  void attemptsAreStillCountedAfterTheirRecordsAreGone() throws InterruptedException, IOException {
    leases.failing(1);
    try (DurableCleanups durable = open()) {
      durable.defer("release-lease", "old").run();
      for (int i = 0; i < 20_000; i++) {
        durable.defer("release-lease", "short").complete();
      }
    }
    assertThat(DurableSnapshot.of(temp).open().get(0).attempts()).isEqualTo(1);
    try (DurableCleanups next = open()) {
      next.replay(ofMinutes(1));
    }
    assertThat(leases.attempts()).containsExactly(1, 2);
  }

  @Test
  void manyThreadsAtOnceLoseNothing() throws InterruptedException, IOException {
    List<IllegalStateException> refused = new CopyOnWriteArrayList<>();
    List<Thread> threads = new ArrayList<>();
    try (DurableCleanups durable = open()) {
      for (int t = 0; t < 4; t++) {
        String name = "t" + t;
        Thread thread = new Thread(() -> pass(durable, name, refused));
        threads.add(thread);
        thread.start();
      }
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(refused).isEmpty();
      assertThat(durable.openIntents()).hasSize(20);
    }

    assertThat(DurableSnapshot.of(temp).open()).hasSize(20);
  }

  private static void pass(
      DurableCleanups durable, String name, List<IllegalStateException> refused) {
    try {
      for (int i = 0; i < 10_000; i++) {
        DurableCleanup lease = durable.defer("release-lease", name + "/" + i);
        if (i % 2_000 != 0) {
          lease.complete();
        }
      }
    } catch (IllegalStateException full) {
      refused.add(full);
    }
  }

  private DurableCleanups open() {
    return DurableCleanups.in(temp)
        .capacityBytes(CAPACITY)
        .mode(Mode.STRICT)
        .retry(RetryPolicy.attempts(5).backOff(ofMillis(1), ofMillis(2)))
        .handler(named("release-lease"), leases)
        .withoutBackground()
        .open();
  }

  private long bytesInFolder() throws IOException {
    try (Stream<Path> files = Files.walk(temp)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
