package dev.lastcall.durable;

import static dev.lastcall.api.CleanupSpec.named;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lastcall.api.Finding;
import dev.lastcall.api.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an earlier process left open, and what failed: run again, bounded, in order. */
final class ReplayTest {
  private static final RetryPolicy QUICK =
      RetryPolicy.attempts(3).backOff(ofMillis(1), ofMillis(2));

  @TempDir Path temp;

  private final Leases leases = new Leases();
  private final List<DurableRun> runs = new CopyOnWriteArrayList<>();
  private final List<String> keys = new ArrayList<>();

  @BeforeEach
  void anEarlierProcessLeavesThreeOpen() {
    try (DurableCleanups earlier = builder().withoutBackground().open()) {
      for (String name : List.of("a", "b", "c")) {
        keys.add(earlier.defer("release-lease", name).idempotencyKey());
      }
    }
  }

  @Test
  void theNextStartRunsThemNewestFirstUnderTheSameKeys() throws InterruptedException {
    try (DurableCleanups next = builder().withoutBackground().open()) {
      ReplayResult result = next.replay(ofMinutes(1));

      assertThat(result).isEqualTo(new ReplayResult(3, 0, List.of()));
    }
    assertThat(leases.released()).containsExactly("c", "b", "a");
    assertThat(leases.keys()).containsExactly(keys.get(2), keys.get(1), keys.get(0));
    assertThat(runs).extracting(DurableRun::standing).containsOnly(DurableRun.Standing.DONE);
  }

  @Test
  void theyAreRunInTheBackgroundUnlessThatIsTurnedOff() {
    try (DurableCleanups next = builder().open()) {
      await().untilAsserted(() -> assertThat(next.openIntents()).isEmpty());
    }
    assertThat(leases.released()).containsExactly("c", "b", "a");
  }

  @Test
  void whatFailedIsTriedAgainUnderTheSameKeyAndHoldsUpNobody() throws InterruptedException {
    leases.failing(1);
    try (DurableCleanups next = builder().withoutBackground().open()) {
      assertThat(next.replay(ofMinutes(1)).left()).isEmpty();
    }
    assertThat(leases.released()).hasSize(4).startsWith("c").contains("b", "a");
    assertThat(leases.keys()).filteredOn(keys.get(2)::equals).hasSize(2);
    assertThat(runs.get(0).outcome()).isInstanceOf(Outcome.Failed.class);
    assertThat(runs.get(0).standing()).isEqualTo(DurableRun.Standing.OPEN);
  }

  @Test
  void attemptsAreCountedOverRestartsAndThenThereIsADeadLetter()
      throws IOException, InterruptedException {
    leases.failing(Integer.MAX_VALUE);
    RetryPolicy slow = RetryPolicy.attempts(3).backOff(ofDays(1), ofDays(1));
    for (int start = 0; start < 3; start++) {
      try (DurableCleanups next =
          builder().retry(start == 0 ? slow : QUICK).withoutBackground().open()) {
        next.replay(ofMillis(start == 0 ? 300 : 60_000));
      }
    }

    assertThat(leases.attempts()).hasSize(9).containsOnly(1, 2, 3);
    DurableSnapshot left = DurableSnapshot.of(temp);
    assertThat(left.open()).isEmpty();
    assertThat(left.deadLetters()).isEqualTo(3);
    assertThat(left.deadLetterFile()).content().contains(keys).contains("lease server is down");
  }

  @Test
  void aDeadLetterIsAFindingAndNotTriedAgain() throws InterruptedException {
    leases.failing(Integer.MAX_VALUE);
    try (DurableCleanups next = builder().withoutBackground().open()) {
      assertThat(next.replay(ofMinutes(1))).isEqualTo(new ReplayResult(0, 3, List.of()));
      assertThat(next.findings()).extracting(Finding::id).containsOnly("durable-dead-letter");
      assertThat(next.findings().get(0).message())
          .contains("release-lease", "lease server is down");
      assertThat(next.replay(ofMinutes(1))).isEqualTo(new ReplayResult(0, 0, List.of()));
    }
    assertThat(runs.get(runs.size() - 1).standing()).isEqualTo(DurableRun.Standing.DEAD_LETTERED);
  }

  @Test
  void whereTheDeadLetterFileCannotBeWrittenNothingIsDropped()
      throws IOException, InterruptedException {
    leases.failing(9);
    Files.createDirectory(temp.resolve("dead-letters.jsonl"));
    try (DurableCleanups next = builder().withoutBackground().open()) {
      assertThat(next.replay(ofMillis(600)).left()).hasSize(3);
      assertThat(next.findings())
          .extracting(Finding::id)
          .containsExactly("durable-dead-letter-not-written");
    }
    Files.delete(temp.resolve("dead-letters.jsonl"));
    try (DurableCleanups next = builder().withoutBackground().open()) {
      assertThat(next.replay(ofMinutes(1))).isEqualTo(new ReplayResult(0, 3, List.of()));
    }
    assertThat(leases.released()).hasSize(9);
  }

  @Test
  void anUnknownHandlerKeepsItsIntentsAndIsAFinding() throws InterruptedException, IOException {
    try (DurableCleanups next =
        DurableCleanups.in(temp).handler(named("other"), leases).withoutBackground().open()) {
      assertThat(next.replay(ofMinutes(1)).left()).hasSize(3);
      assertThat(next.findings())
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.id()).isEqualTo("durable-handler-unknown");
                assertThat(finding.message()).contains("release-lease");
              });
    }
    assertThat(DurableSnapshot.of(temp).open()).hasSize(3);
    try (DurableCleanups later = builder().withoutBackground().open()) {
      assertThat(later.replay(ofMinutes(1)).done()).isEqualTo(3);
    }
  }

  @Test
  void whatAHandleFailedToCleanUpIsTriedAgainInTheBackground() throws InterruptedException {
    try (DurableCleanups next = builder().open()) {
      await().untilAsserted(() -> assertThat(next.openIntents()).isEmpty());
      leases.failing(2);
      DurableCleanup lease = next.defer("release-lease", "d");
      assertThat(lease.run()).isInstanceOf(Outcome.Failed.class);
      await().untilAsserted(() -> assertThat(lease.isOpen()).isFalse());
    }
    assertThat(leases.released().subList(3, 6)).containsExactly("d", "d", "d");
  }

  @Test
  void aReplayEndsWhenItsTimeIsUpAndInterruptsWhatRuns() throws InterruptedException {
    CountDownLatch interrupted = new CountDownLatch(1);
    try (DurableCleanups next =
        DurableCleanups.in(temp)
            .handler(named("release-lease").within(ofSeconds(60)), intent -> sleep(interrupted))
            .retry(RetryPolicy.attempts(1).backOff(ofMillis(1), ofMillis(2)))
            .listener(runs::add)
            .withoutBackground()
            .open()) {
      ReplayResult result = next.replay(ofMillis(400));

      assertThat(result.done()).isZero();
      assertThat(result.left()).as("cut short by us, so none is used up").hasSize(3);
      // On a busy machine it can come back too late even for the patience after the interrupt.
      assertThat(runs.get(0).outcome())
          .isInstanceOfAny(Outcome.TimedOut.class, Outcome.Abandoned.class);
      assertThat(interrupted.await(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static void sleep(CountDownLatch interrupted) throws InterruptedException {
    try {
      Thread.sleep(60_000);
    } catch (InterruptedException interrupt) {
      interrupted.countDown();
      throw interrupt;
    }
  }

  private DurableCleanups.Builder builder() {
    return DurableCleanups.in(temp)
        .capacityBytes(1 << 20)
        .handler(named("release-lease").within(ofSeconds(30)), leases)
        .retry(QUICK)
        .listener(runs::add);
  }
}
