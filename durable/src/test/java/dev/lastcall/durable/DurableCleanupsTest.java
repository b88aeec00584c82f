package dev.lastcall.durable;

import static dev.lastcall.api.CleanupSpec.named;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.lastcall.api.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process's life: intents on record, handlers run, tombstones written. */
final class DurableCleanupsTest {
  @TempDir Path temp;

  private final Leases leases = new Leases();

  @Test
  void theIntentIsOnRecordBeforeDeferReturns() throws IOException {
    try (DurableCleanups durable = open()) {
      DurableCleanup lease = durable.defer("release-lease", "orders/42");

      assertThat(lease.isDurable()).isTrue();
      DurableSnapshot seen = DurableSnapshot.of(folder());
      assertThat(seen.liveOwner()).get().extracting("pid").isEqualTo(ProcessHandle.current().pid());
      assertThat(seen.open())
          .singleElement()
          .satisfies(
              open -> {
                assertThat(open.handler()).isEqualTo("release-lease");
                assertThat(open.text()).isEqualTo("orders/42");
                assertThat(open.idempotencyKey()).isEqualTo(lease.idempotencyKey());
                assertThat(open.attempts()).isZero();
              });
    }
  }

  @Test
  void leavingTheBlockRunsTheHandlerAndTakesTheIntentOffTheRecord() throws IOException {
    try (DurableCleanups durable = open()) {
      try (DurableCleanup lease = durable.defer("release-lease", "orders/42")) {
        leases.take(lease.idempotencyKey());
      }
      assertThat(durable.openIntents()).isEmpty();
    }
    assertThat(leases.released()).containsExactly("orders/42");
    assertThat(DurableSnapshot.of(folder()).open()).isEmpty();
  }

  @Test
  void whatIsCompletedIsNotRun() throws IOException {
    try (DurableCleanups durable = open()) {
      try (DurableCleanup lease = durable.defer("release-lease", "orders/42")) {
        lease.complete();
        assertThat(lease.isOpen()).isFalse();
      }
    }
    assertThat(leases.released()).isEmpty();
    assertThat(DurableSnapshot.of(folder()).open()).isEmpty();
  }

  @Test
  void aHandleThatWasRunIsNotRunAgainWhenItIsClosed() {
    leases.failing(1);
    try (DurableCleanups durable = builder().withoutBackground().open();
        DurableCleanup lease = durable.defer("release-lease", "orders/42")) {
      assertThat(lease.run()).isInstanceOf(Outcome.Failed.class);
    }
    assertThat(leases.released()).hasSize(1);
  }

  @Test
  void runningWhatIsOverIsSkipped() {
    try (DurableCleanups durable = open();
        DurableCleanup lease = durable.defer("release-lease", "orders/42")) {
      assertThat(lease.run().isCompleted()).isTrue();
      assertThat(lease.run()).isInstanceOf(Outcome.Skipped.class);
    }
    assertThat(leases.released()).hasSize(1);
  }

  @Test
  void noTwoIntentsEverHaveTheSameKey() {
    try (DurableCleanups durable = open()) {
      DurableCleanup first = durable.defer("release-lease", "orders/42");
      DurableCleanup second = durable.defer("release-lease", "orders/42");
      assertThat(first.idempotencyKey()).isNotEqualTo(second.idempotencyKey()).hasSizeLessThan(65);
    }
  }

  @Test
  void aHandlerThatHangsIsLeftBehindInsideItsBound() {
    try (DurableCleanups durable =
        DurableCleanups.in(folder())
            .handler(named("hang").within(ofMillis(50)), intent -> hang())
            .withoutBackground()
            .open()) {
      DurableCleanup cleanup = durable.defer("hang", "");

      Outcome outcome = cleanup.run();

      assertThat(outcome).isInstanceOf(Outcome.Abandoned.class);
      assertThat(durable.openIntents())
          .singleElement()
          .satisfies(
              open -> {
                assertThat(open.attempts()).isEqualTo(1);
                assertThat(open.lastOutcome()).isEqualTo("abandoned");
                assertThat(open.lastCause()).contains("DurableCleanupsTest.hang");
              });
    }
  }

  @Test
  void refusesWhatItCouldNotCleanUp() {
    try (DurableCleanups durable = open()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> durable.defer("release-lock", "x"))
          .withMessage("handler: \"release-lock\" (expected: one of: release-lease)");
      byte[] large = new byte[65_537];
      assertThatIllegalArgumentException()
          .isThrownBy(() -> durable.defer("release-lease", large))
          .withMessage("payload: 65537 bytes (expected: at most 65536 bytes)");
      assertThat(durable.openIntents()).isEmpty();
    }
  }

  @Test
  void theLargestPayloadComesBackWhole() throws InterruptedException {
    byte[] large = new byte[65_536];
    Arrays.fill(large, (byte) 'x');
    builder().withoutBackground().open().close();
    DurableCleanups first = builder().withoutBackground().open();
    first.defer("release-lease", large);
    large[0] = 'y';
    first.close();

    try (DurableCleanups second = builder().withoutBackground().open()) {
      second.replay(ofSeconds(60));
    }
    assertThat(leases.released()).singleElement().isEqualTo("x".repeat(65_536));
  }

  @Test
  void theSmallestJournalTakesThePayloadThatItPromises() {
    try (DurableCleanups durable = builder().capacityBytes(1 << 20).open()) {
      byte[] longest = new byte[durable.longestPayload()];
      assertThat(durable.defer("release-lease", longest).isDurable()).isTrue();
    }
  }

  @Test
  void refusesHandlersThatMakeNoSense() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().handler(named("release-lease"), leases))
        .withMessage("handler: \"release-lease\" (expected: a name that is not taken)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().handler(named("other").after("release-lease"), leases))
        .withMessage(
            "after: [release-lease] (expected: nothing; durable cleanups run newest first)");
  }

  @Test
  void theRuleOfTheHouseIsAskedForEveryHandler() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                builder()
                    .admission(
                        (spec, mode) -> {
                          throw new IllegalArgumentException("audit: none (expected: an identity)");
                        })
                    .open())
        .withMessageStartingWith("audit:");
  }

  @Test
  void onceClosedNothingIsDeferredAndWhatIsOpenStaysOpen() throws IOException {
    DurableCleanups durable = open();
    DurableCleanup lease = durable.defer("release-lease", "orders/42");
    durable.close();
    durable.close();

    assertThat(lease.run()).isInstanceOf(Outcome.Skipped.class);
    assertThat(leases.released()).isEmpty();

    assertThatIllegalStateException()
        .isThrownBy(() -> durable.defer("release-lease", "orders/43"))
        .withMessage("durable: closed (expected: open)");
    assertThat(DurableSnapshot.of(folder()).open()).hasSize(1);
  }

  @Test
  void onlyTheOwnerOfTheProcessMayReadTheFolder() throws IOException {
    open().close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
        .isEqualTo("rwx------");
  }

  @Test
  void theListHasTheNewestFirst() {
    try (DurableCleanups durable = open()) {
      for (String name : List.of("a", "b", "c")) {
        durable.defer("release-lease", name);
      }
      assertThat(durable.openIntents()).extracting(OpenIntent::text).containsExactly("c", "b", "a");
    }
  }

  private static void hang() {
    while (!Thread.currentThread().getName().isEmpty()) {
      Thread.onSpinWait();
    }
  }

  private DurableCleanups open() {
    return builder().open();
  }

  private DurableCleanups.Builder builder() {
    return DurableCleanups.in(folder())
        .capacityBytes(8 << 20)
        .handler(named("release-lease").within(ofSeconds(30)), leases);
  }

  private Path folder() {
    return temp.resolve("durable");
  }
}
