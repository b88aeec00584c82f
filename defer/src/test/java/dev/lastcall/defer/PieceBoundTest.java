package dev.lastcall.defer;

import static dev.lastcall.defer.Soon.await;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.Outcome;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens to a piece, and when, on a clock that is moved by hand. */
class PieceBoundTest {
  private static final Duration BOUND = ofSeconds(1);
  private static final Duration PATIENCE = ofMillis(100);
  private static final Duration A_MOMENT = ofMillis(1);

  private final ManualTicker ticker = new ManualTicker();
  private final Watchdog watchdog = Watchdog.manual(ticker);
  private final CleanupThreads threads = CleanupThreads.start(1, watchdog);
  private final Pieces pieces = new Pieces(BOUND, Deadline.after(ofSeconds(60), ticker));
  private final CountDownLatch never = new CountDownLatch(1);
  private final Deaf deaf = new Deaf();

  @AfterEach
  void close() {
    deaf.release();
    threads.close();
  }

  @Test
  void aPieceIsNotDisturbedBeforeItsBound() {
    startDeaf();
    pass(BOUND.minus(A_MOMENT));
    assertThat(pieces.interrupts).isEmpty();
    deaf.release();
    awaitOutcome(0, Outcome.Completed.class);
    assertThat(deaf.interrupts).hasValue(0);
  }

  @Test
  void aPieceThatReturnsAfterItsInterruptTimedOutWhereItWas() {
    start(pieces.with(never::await));
    pass(BOUND);
    Outcome.TimedOut timedOut = awaitOutcome(0, Outcome.TimedOut.class);
    assertThat(timedOut.timeout()).isEqualTo(BOUND);
    assertThat(timedOut.elapsed()).isEqualTo(BOUND);
    assertThat(timedOut.sample()).isEqualTo(pieces.interrupts.get(0));
    assertThat(timedOut.sample().frames())
        .anyMatch(frame -> frame.getClassName().equals(CountDownLatch.class.getName()));
  }

  @Test
  void aPieceThatThrowsAfterItsInterruptTimedOutToo() {
    start(
        pieces.with(
            () -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException("gave up", e);
              }
            }));
    pass(BOUND);
    awaitOutcome(0, Outcome.TimedOut.class);
  }

  @Test
  void aPieceThatIgnoresItsInterruptIsAbandonedAfterThePatience() {
    startDeaf();
    pass(BOUND);
    pass(PATIENCE.minus(A_MOMENT));
    assertThat(pieces.outcomes).isEmpty();
    pass(A_MOMENT);
    Outcome.Abandoned abandoned = awaitOutcome(0, Outcome.Abandoned.class);
    assertThat(abandoned.elapsed()).isEqualTo(BOUND.plus(PATIENCE));
    assertThat(abandoned.timeout()).isEqualTo(BOUND);
    assertThat(abandoned.sample().frames()).anyMatch(frame -> frame.getMethodName().equals("hang"));
    assertThat(abandoned.sample().thread()).isEqualTo("lc:piece-0");
  }

  @Test
  void aShortBoundIsFollowedByAPatienceThatABusyMachineNeeds() {
    Pieces quick = new Pieces(ofMillis(50), Deadline.after(ofSeconds(60), ticker));
    start(quick.with(deaf::hang));
    awaitBegan();
    pass(ofMillis(50));
    pass(ofMillis(99));
    assertThat(quick.outcomes).isEmpty();
    pass(ofMillis(1));
    await().until(quick::isDone);
    assertThat(quick.outcomes.get(0)).isInstanceOf(Outcome.Abandoned.class);
  }

  @Test
  void anAbandonedPieceThatReturnsChangesNothing() {
    startDeaf();
    pass(BOUND);
    pass(PATIENCE);
    awaitOutcome(0, Outcome.Abandoned.class);
    deaf.release();
    await().untilAsserted(() -> assertThat(deaf.ended).hasValue(1));
    Pieces later = new Pieces(BOUND, Deadline.after(ofSeconds(60), ticker));
    for (int i = 0; i < 50; i++) {
      later.with(() -> assertThat(Thread.currentThread().isInterrupted()).isFalse());
    }
    start(later);
    await().until(later::isDone);
    assertThat(later.outcomes.values()).allMatch(Outcome::isCompleted);
    assertThat(pieces.reports).hasValue(1);
    assertThat(pieces.outcomes.get(0)).isInstanceOf(Outcome.Abandoned.class);
  }

  @Test
  void theEndOfTheWorkCutsBoundAndPatience() {
    Pieces hurried = new Pieces(BOUND, Deadline.after(ofMillis(1040), ticker));
    start(hurried.with(deaf::hang).forcedBy(deaf::release));
    awaitBegan();
    pass(BOUND);
    pass(ofMillis(40));
    await().until(hurried::isDone);
    assertThat(hurried.outcomes.get(0))
        .isInstanceOfSatisfying(
            Outcome.Abandoned.class,
            abandoned -> assertThat(abandoned.elapsed()).isEqualTo(ofMillis(1040)));
  }

  @Test
  void aPieceBeyondTheEndOfTheWorkIsAbandonedAtOnce() {
    Pieces late = new Pieces(BOUND, Deadline.after(Duration.ZERO, ticker));
    start(late.with(deaf::hang));
    awaitBegan();
    pass(Duration.ZERO);
    pass(Duration.ZERO);
    await().until(late::isDone);
    assertThat(late.outcomes.get(0)).isInstanceOf(Outcome.Abandoned.class);
  }

  @Test
  void thePatienceCountsFromTheInterruptWhenTheHandsAreLate() {
    startDeaf();
    ticker.advance(BOUND.plus(ofMillis(500)));
    watchdog.tick();
    pass(PATIENCE.minus(A_MOMENT));
    assertThat(pieces.outcomes).isEmpty();
    pass(A_MOMENT);
    awaitOutcome(0, Outcome.Abandoned.class);
  }

  @Test
  void aPieceIsAbandonedOnTimeThoughNobodyCanInterruptIt() {
    startDeaf();
    lookAfter(BOUND);
    lookAfter(PATIENCE);
    lookAfter(PATIENCE);
    watchdog.tick();
    awaitOutcome(0, Outcome.Abandoned.class);
    assertThat(pieces.interrupts).isEmpty();
  }

  @Test
  void oneThatWasInterruptedTooLateIsStillWaitedForFromThen() {
    startDeaf();
    lookAfter(BOUND);
    lookAfter(PATIENCE);
    watchdog.tick();
    pass(PATIENCE.minus(A_MOMENT));
    assertThat(pieces.outcomes).isEmpty();
    pass(A_MOMENT);
    assertThat(awaitOutcome(0, Outcome.Abandoned.class).elapsed())
        .isEqualTo(BOUND.plus(PATIENCE).plus(PATIENCE));
  }

  @Test
  void anAbandonedPieceIsInterruptedOnceMoreForTheSakeOfItsThread() {
    CountDownLatch ignored = new CountDownLatch(1);
    CountDownLatch back = new CountDownLatch(1);
    start(
        pieces.with(
            () -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                ignored.countDown();
              }
              try {
                never.await();
              } finally {
                back.countDown();
              }
            }));
    pass(BOUND);
    await().until(() -> ignored.getCount() == 0);
    pass(PATIENCE);
    awaitOutcome(0, Outcome.Abandoned.class);
    await().until(() -> back.getCount() == 0);
  }

  @Test
  void everyThreadMayBeStuckAndTheNextPieceRunsAllTheSame() {
    for (int stuck = 1; stuck <= 12; stuck++) {
      Pieces hanging = new Pieces(BOUND, Deadline.after(ofSeconds(60), ticker));
      start(hanging.with(deaf::hang));
      int began = stuck;
      await().untilAsserted(() -> assertThat(deaf.began).hasValue(began));
      pass(BOUND);
      pass(PATIENCE);
      await().until(hanging::isDone);
      assertThat(hanging.outcomes.get(0)).isInstanceOf(Outcome.Abandoned.class);
    }
    assertThatAnotherPieceRuns();
    assertThat(threads.findings()).isEmpty();
  }

  private void assertThatAnotherPieceRuns() {
    Pieces other = new Pieces(BOUND, Deadline.after(ofSeconds(60), ticker));
    start(other.with(() -> {}));
    await().until(other::isDone);
    assertThat(other.outcomes.values()).allMatch(Outcome::isCompleted);
  }

  private void startDeaf() {
    start(pieces.with(deaf::hang));
    awaitBegan();
  }

  private void start(Pieces work) {
    threads.work(work);
    await().until(() -> !work.threads.isEmpty());
  }

  private void awaitBegan() {
    await().untilAsserted(() -> assertThat(deaf.began).hasValueGreaterThan(0));
  }

  /** Time passes, and nobody is free to act on what is seen. */
  private void lookAfter(Duration time) {
    ticker.advance(time);
    watchdog.look(ticker.nanos());
  }

  private void pass(Duration time) {
    ticker.advance(time);
    watchdog.tick();
  }

  private <T extends Outcome> T awaitOutcome(int piece, Class<T> kind) {
    await().until(() -> pieces.outcomes.containsKey(piece));
    Outcome outcome = Objects.requireNonNull(pieces.outcomes.get(piece));
    assertThat(outcome).isInstanceOf(kind);
    return kind.cast(outcome);
  }
}
