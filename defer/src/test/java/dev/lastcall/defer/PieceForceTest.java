package dev.lastcall.defer;

import static dev.lastcall.defer.Soon.await;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.Outcome;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What force actions do, and when, on a clock that is moved by hand. */
class PieceForceTest {
  private static final Duration BOUND = ofSeconds(1);
  private static final Duration PATIENCE = ofMillis(100);
  private static final Duration A_MOMENT = ofMillis(1);

  private final ManualTicker ticker = new ManualTicker();
  private final Watchdog watchdog = Watchdog.manual(ticker);
  private final CleanupThreads threads = CleanupThreads.start(1, watchdog);
  private final Pieces pieces = pieces(ofSeconds(60));
  private final Deaf deaf = new Deaf();

  @AfterEach
  void close() {
    deaf.release();
    threads.close();
  }

  @Test
  void theForceActionRunsOnAnotherThreadAfterThePatience() {
    AtomicReference<String> forcing = new AtomicReference<>();
    start(
        pieces
            .with(deaf::hang)
            .forcedBy(
                () -> {
                  forcing.set(Thread.currentThread().getName());
                  deaf.release();
                }));
    awaitBegan();
    pass(BOUND);
    assertThat(forcing).hasNullValue();
    pass(PATIENCE);
    awaitOutcome(0, Outcome.TimedOut.class);
    assertThat(forcing).hasValue("lc:piece-0");
  }

  @Test
  void aPieceThatEvenForceDoesNotEndIsAbandonedAfterAnotherPatience() {
    AtomicInteger forced = new AtomicInteger();
    start(pieces.with(deaf::hang).forcedBy(forced::incrementAndGet));
    awaitBegan();
    pass(BOUND);
    pass(PATIENCE);
    await().untilAsserted(() -> assertThat(forced).hasValue(1));
    pass(PATIENCE.minus(A_MOMENT));
    assertThat(pieces.outcomes).isEmpty();
    pass(A_MOMENT);
    awaitOutcome(0, Outcome.Abandoned.class);
    assertThat(forced).hasValue(1);
  }

  @Test
  void aForceActionThatHangsHoldsNobodyUp() {
    Deaf force = new Deaf();
    start(pieces.with(deaf::hang).forcedBy(force::hang));
    awaitBegan();
    pass(BOUND);
    pass(PATIENCE);
    await().untilAsserted(() -> assertThat(force.began).hasValue(1));
    pass(PATIENCE);
    awaitOutcome(0, Outcome.Abandoned.class);
    assertThatAnotherPieceRuns();
    force.release();
  }

  @Test
  void aForceActionThatThrowsIsNoOutcome() {
    start(
        pieces
            .with(deaf::hang)
            .forcedBy(
                () -> {
                  throw new StackOverflowError();
                }));
    awaitBegan();
    pass(BOUND);
    pass(PATIENCE);
    pass(PATIENCE);
    awaitOutcome(0, Outcome.Abandoned.class);
    assertThat(threads.findings()).isEmpty();
  }

  @Test
  void halfOfWhatTheDeadlineLeavesIsForTheEffectOfForce() {
    Pieces hurried = pieces(ofMillis(1040));
    AtomicInteger forced = new AtomicInteger();
    start(hurried.with(deaf::hang).forcedBy(forced::incrementAndGet));
    awaitBegan();
    pass(BOUND);
    pass(ofMillis(19));
    assertThat(forced).hasValue(0);
    pass(A_MOMENT);
    await().untilAsserted(() -> assertThat(forced).hasValue(1));
    assertThat(hurried.outcomes).isEmpty();
    pass(ofMillis(20));
    await().until(hurried::isDone);
    assertThat(hurried.outcomes.get(0)).isInstanceOf(Outcome.Abandoned.class);
  }

  @Test
  void withoutForceAllThatTheDeadlineLeavesIsWaited() {
    Pieces hurried = pieces(ofMillis(1040));
    start(hurried.with(deaf::hang));
    awaitBegan();
    pass(BOUND);
    pass(ofMillis(20));
    pass(ofMillis(19));
    assertThat(hurried.outcomes).isEmpty();
    pass(A_MOMENT);
    await().until(hurried::isDone);
  }

  @Test
  void forceActionsThatHangAfterTheyHelpedAreReplacedByMoreSpares() {
    Deaf force = new Deaf();
    for (int i = 1; i <= 6; i++) {
      Deaf helped = new Deaf();
      Pieces next = pieces(ofSeconds(60));
      start(
          next.with(helped::hang)
              .forcedBy(
                  () -> {
                    helped.release();
                    force.hang();
                  }));
      await().untilAsserted(() -> assertThat(helped.began).hasValue(1));
      pass(BOUND);
      pass(PATIENCE);
      await().until(next::isDone);
      assertThat(next.outcomes.get(0)).isInstanceOf(Outcome.TimedOut.class);
    }
    assertThat(force.began).hasValue(6);
    force.release();
  }

  private Pieces pieces(Duration end) {
    return new Pieces(BOUND, Deadline.after(end, ticker));
  }

  private void assertThatAnotherPieceRuns() {
    Pieces other = pieces(ofSeconds(60));
    start(other.with(() -> {}));
    await().until(other::isDone);
    assertThat(other.outcomes.values()).allMatch(Outcome::isCompleted);
  }

  private void start(Pieces work) {
    threads.work(work);
    await().until(() -> !work.threads.isEmpty());
  }

  private void awaitBegan() {
    await().untilAsserted(() -> assertThat(deaf.began).hasValueGreaterThan(0));
  }

  private void pass(Duration time) {
    ticker.advance(time);
    watchdog.tick();
  }

  private void awaitOutcome(int piece, Class<? extends Outcome> kind) {
    await().until(() -> pieces.outcomes.containsKey(piece));
    assertThat(Objects.requireNonNull(pieces.outcomes.get(piece))).isInstanceOf(kind);
  }
}
