package dev.lastcall.durable;

import static dev.lastcall.api.CleanupSpec.named;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.lastcall.api.Finding;
import dev.lastcall.api.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of an intent that cannot be put on record, in both modes. */
final class NotKeptTest {
  @TempDir Path temp;

  private final Leases leases = new Leases();
  private final List<Finding> findings = new CopyOnWriteArrayList<>();

  @Test
  void permissiveWorksInMemoryAndSaysSoOnce() throws IOException {
    Path noFolder = Files.writeString(temp.resolve("file"), "");
    try (DurableCleanups durable = builder(noFolder).open()) {
      try (DurableCleanup lease = durable.defer("release-lease", "a")) {
        assertThat(lease.isDurable()).isFalse();
      }
      durable.defer("release-lease", "b").close();
    }
    assertThat(leases.released()).containsExactly("a", "b");
    assertThat(findings).extracting(Finding::id).containsOnlyOnce("durable-not-kept").hasSize(2);
    assertThat(findings).extracting(Finding::severity).containsOnly(Finding.Severity.ERROR);
  }

  @Test
  void permissiveTriesAgainInMemoryToo() throws IOException, InterruptedException {
    Path noFolder = Files.writeString(temp.resolve("file"), "");
    leases.failing(1);
    try (DurableCleanups durable = builder(noFolder).withoutBackground().open()) {
      durable.defer("release-lease", "a").close();
      assertThat(durable.replay(ofMinutes(1)).done()).isEqualTo(1);
    }
    assertThat(leases.released()).containsExactly("a", "a");
  }

  @Test
  void strictDoesNotOpenWhatCannotBeUsed() throws IOException {
    Path noFolder = Files.writeString(temp.resolve("file"), "");

    assertThatIllegalStateException()
        .isThrownBy(() -> builder(noFolder).mode(Mode.STRICT).open())
        .withMessageStartingWith(
            "durable: " + noFolder + " (expected: a journal that can be used; ");
  }

  @Test
  void strictRefusesBeforeTheResourceIsTakenOnceNoMoreFits() {
    try (DurableCleanups durable =
        builder(temp.resolve("d")).capacityBytes(1 << 20).mode(Mode.STRICT).open()) {
      int fits = fill(durable);

      assertThat(fits).isGreaterThan(20);
      assertThatIllegalStateException()
          .isThrownBy(() -> durable.defer("release-lease", "x".repeat(10_000)))
          .withMessageStartingWith("durable: not kept, release-lease (expected: ")
          .withMessageContaining("open already");
      assertThat(durable.openIntents()).hasSize(fits);
    }
  }

  @Test
  void whatIsClosedMakesRoom() {
    try (DurableCleanups durable =
        builder(temp.resolve("d")).capacityBytes(1 << 20).mode(Mode.STRICT).open()) {
      DurableCleanup first = durable.defer("release-lease", "x".repeat(10_000));
      fill(durable);
      first.complete();

      assertThat(durable.defer("release-lease", "x".repeat(9_000)).isDurable()).isTrue();
    }
  }

  @Test
  void whoFindsALiveOwnerWaitsForItsEnd() throws InterruptedException {
    DurableCleanups first = builder(temp.resolve("d")).open();
    first.defer("release-lease", "a");
    Thread closer = new Thread(() -> closeSoon(first));
    closer.start();

    try (DurableCleanups second =
        builder(temp.resolve("d")).takeOverWithin(ofMinutes(1)).withoutBackground().open()) {
      assertThat(second.openIntents()).hasSize(1);
      assertThat(findings).isEmpty();
    }
    closer.join();
  }

  @Test
  void whoFindsAnOwnerThatStaysWorksInMemoryAndTouchesNothing() throws IOException {
    try (DurableCleanups first = builder(temp.resolve("d")).open()) {
      first.defer("release-lease", "a");
      try (DurableCleanups second =
          builder(temp.resolve("d")).takeOverWithin(ofMillis(100)).open()) {
        assertThat(second.openIntents()).isEmpty();
        assertThat(second.defer("release-lease", "b").isDurable()).isFalse();
      }
      assertThat(DurableSnapshot.of(temp.resolve("d")).open()).hasSize(1);
    }
    assertThat(leases.released()).isEmpty();
  }

  private static void closeSoon(DurableCleanups durable) {
    try {
      Thread.sleep(100);
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
    durable.close();
  }

  /** Defers until it is refused. */
  private static int fill(DurableCleanups durable) {
    for (int count = 0; count < 10_000; count++) {
      try {
        durable.defer("release-lease", "x".repeat(10_000));
      } catch (IllegalStateException full) {
        return count;
      }
    }
    throw new AssertionError("never full");
  }

  private DurableCleanups.Builder builder(Path folder) {
    return DurableCleanups.in(folder)
        .handler(named("release-lease"), leases)
        .retry(RetryPolicy.attempts(3).backOff(ofMillis(1), ofMillis(2)))
        .takeOverWithin(Duration.ZERO)
        .onFinding(findings::add);
  }
}
