package dev.lastcall.defer;

import static dev.lastcall.api.CleanupSpec.named;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.Outcome;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BoundedRunnerTest {
  private final Watchdog watchdog = Watchdog.start(Deadline.Ticker.system());
  private final CleanupThreads threads = CleanupThreads.start(2, watchdog);
  private final BoundedRunner runner = BoundedRunner.on(threads);
  private final CountDownLatch release = new CountDownLatch(1);

  @AfterEach
  void close() {
    release.countDown();
    threads.close();
    watchdog.close();
  }

  @Test
  void aCleanupThatReturnsHasCompletedOnAThreadOfItsName() {
    AtomicReference<String> name = new AtomicReference<>();
    Outcome outcome =
        runner.run(
            named("orders"), ctx -> name.set(Thread.currentThread().getName()), inTenSeconds());
    assertThat(outcome).isInstanceOf(Outcome.Completed.class);
    assertThat(name).hasValue("lc:orders");
  }

  @Test
  void anyThrowableIsAnOutcome() {
    Outcome outcome =
        runner.run(
            named("orders"),
            ctx -> {
              throw new StackOverflowError();
            },
            inTenSeconds());
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.cause()).isInstanceOf(StackOverflowError.class));
  }

  @Test
  void aSleeperIsTimedOutWithThePlaceWhereItSlept() {
    Outcome outcome =
        runner.run(named("orders").within(ofMillis(30)), ctx -> release.await(), inTenSeconds());
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.TimedOut.class,
            timedOut -> {
              assertThat(timedOut.elapsed()).isGreaterThanOrEqualTo(ofMillis(30));
              assertThat(timedOut.sample().place()).contains("BoundedRunnerTest");
            });
  }

  @Test
  void aHangingPoolIsAbandonedWithItsStack() {
    Outcome outcome =
        runner.run(named("pool").within(ofMillis(30)), ctx -> hangDeaf(), inTenSeconds());
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Abandoned.class,
            abandoned -> assertThat(abandoned.sample().place()).contains("hangDeaf"));
  }

  @Test
  void aHangingPoolThatIsForcedComesBack() {
    Outcome outcome =
        runner.run(
            named("pool").within(ofMillis(30)).force(release::countDown),
            ctx -> hangDeaf(),
            inTenSeconds());
    assertThat(outcome).isInstanceOf(Outcome.TimedOut.class);
  }

  @Test
  void moreStuckCleanupsThanThreadsLeaveTheRunnerUsable() {
    for (int i = 0; i < 6; i++) {
      Outcome outcome =
          runner.run(named("pool").within(ofMillis(5)), ctx -> hangDeaf(), inTenSeconds());
      assertThat(outcome).isInstanceOf(Outcome.Abandoned.class);
    }
    assertThat(runner.run(named("last"), ctx -> {}, inTenSeconds()).isCompleted()).isTrue();
  }

  @Test
  void theFutureOfAnAsynchronousCleanupIsCancelledAtItsBound() {
    CompletableFuture<Void> future = new CompletableFuture<>();
    Outcome outcome =
        runner.runAsync(named("orders").within(ofMillis(30)), ctx -> future, inTenSeconds());
    assertThat(outcome).isInstanceOf(Outcome.TimedOut.class);
    assertThat(future).isCancelled();
  }

  private void hangDeaf() {
    while (release.getCount() > 0) {
      LockSupport.parkNanos(1_000_000);
      Thread.interrupted();
    }
  }

  private static Deadline inTenSeconds() {
    return Deadline.after(ofSeconds(10));
  }
}
