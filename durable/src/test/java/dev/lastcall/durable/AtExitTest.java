package dev.lastcall.durable;

import static dev.lastcall.api.CleanupSpec.named;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is open at the exit is run there, in its place and inside its deadline. */
final class AtExitTest {
  @TempDir Path temp;

  private final Leases leases = new Leases();
  private final OneCleanup exit = new OneCleanup();

  @Test
  void everythingOpenIsRunNewestFirst() throws Exception {
    try (DurableCleanups durable = open()) {
      durable.deferIn(exit, named("durable").after("http"));
      for (String name : List.of("a", "b", "c")) {
        durable.defer("release-lease", name);
      }
      exit.run(ofMinutes(1));

      assertThat(durable.openIntents()).isEmpty();
    }
    assertThat(exit.spec().predecessors()).containsExactly("http");
    assertThat(leases.released()).containsExactly("c", "b", "a");
  }

  @Test
  void whatFailsThereIsLeftToTheNextStartAndTheReportSaysSo() throws IOException {
    leases.failing(1);
    try (DurableCleanups durable = open()) {
      durable.deferIn(exit, named("durable"));
      durable.defer("release-lease", "a");
      DurableCleanup last = durable.defer("release-lease", "b");

      assertThatIllegalStateException()
          .isThrownBy(() -> exit.run(ofMinutes(1)))
          .withMessage("1 left for the next start: release-lease " + last.idempotencyKey() + ";");
    }
    assertThat(DurableSnapshot.of(temp).open()).extracting(OpenIntent::text).containsExactly("b");
  }

  @Test
  void oneThatHangsLeavesTimeForTheOthers() {
    try (DurableCleanups durable = open()) {
      durable.deferIn(exit, named("durable"));
      durable.defer("release-lease", "a");
      durable.defer("release-lease", "b");
      durable.defer("hang", "c");

      assertThatIllegalStateException().isThrownBy(() -> exit.run(ofSeconds(4)));
      assertThat(durable.openIntents()).extracting(OpenIntent::text).containsExactly("c");
    }
    assertThat(leases.released()).containsExactly("b", "a");
  }

  @Test
  void withoutTimeEverythingIsLeftAndNothingIsLost() throws IOException {
    try (DurableCleanups durable = open()) {
      durable.deferIn(exit, named("durable"));
      durable.defer("release-lease", "a");

      assertThatIllegalStateException().isThrownBy(() -> exit.run(Duration.ZERO));
    }
    assertThat(leases.released()).isEmpty();
    assertThat(DurableSnapshot.of(temp).open()).hasSize(1);
  }

  @Test
  void withNothingOpenThereIsNothingToSay() {
    try (DurableCleanups durable = open()) {
      durable.deferIn(exit, named("durable"));
      assertThatNoException().isThrownBy(() -> exit.run(ofMinutes(1)));
    }
  }

  @Test
  void aBlockThatIsLeftAfterTheExitRanItsHandlerDoesNotRunItAgain() throws Exception {
    try (DurableCleanups durable = open();
        DurableCleanup lease = durable.defer("release-lease", "a")) {
      durable.deferIn(exit, named("durable"));
      exit.run(ofMinutes(1));
      assertThat(lease.isOpen()).isFalse();
    }
    assertThat(leases.released()).containsExactly("a");
  }

  private DurableCleanups open() {
    return DurableCleanups.in(temp)
        .capacityBytes(1 << 20)
        .handler(named("release-lease").within(ofSeconds(30)), leases)
        .handler(named("hang").within(ofSeconds(30)), intent -> Thread.sleep(60_000))
        .open();
  }
}
