package dev.lastcall.defer;

import static dev.lastcall.defer.Soon.await;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.Finding;
import dev.lastcall.api.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CleanupThreadsTest {
  private final ManualTicker ticker = new ManualTicker();
  private final Watchdog watchdog = Watchdog.manual(ticker);
  private final List<Thread> made = new CopyOnWriteArrayList<>();
  private final AtomicInteger limit = new AtomicInteger(Integer.MAX_VALUE);
  private final Deaf deaf = new Deaf();
  private CleanupThreads threads = start(2);

  @AfterEach
  void close() {
    deaf.release();
    threads.close();
    await().untilAsserted(() -> assertThat(made).noneMatch(Thread::isAlive));
  }

  private CleanupThreads start(int workers) {
    return CleanupThreads.start(workers, watchdog, this::make);
  }

  private Thread make(Runnable body, String name) {
    if (limit.getAndDecrement() <= 0) {
      throw new OutOfMemoryError("unable to create native thread");
    }
    Thread thread = new Thread(body, name);
    made.add(thread);
    return thread;
  }

  @Test
  void everyPieceRunsOnceOnAThreadOfItsName() {
    Pieces pieces = pieces();
    for (int i = 0; i < 5; i++) {
      pieces.with(() -> {});
    }
    threads.work(pieces);
    await().until(pieces::isDone);
    assertThat(pieces.reports).hasValue(5);
    assertThat(pieces.outcomes.values()).allMatch(Outcome::isCompleted);
    assertThat(pieces.threads.get(0)).isEqualTo("lc:piece-0");
  }

  @Test
  void anIdleThreadLosesTheNameOfItsLastPiece() {
    Pieces pieces = pieces().with(() -> {});
    threads.work(pieces);
    await().until(pieces::isDone);
    await().untilAsserted(() -> assertThat(names()).allMatch(name -> name.startsWith("lc:idle-")));
  }

  @Test
  void asManyPiecesRunAtOnceAsThereAreWorkers() {
    threads.grow(40);
    threads.grow(3);
    CountDownLatch together = new CountDownLatch(40);
    Pieces pieces = pieces();
    for (int i = 0; i < 40; i++) {
      pieces.with(
          () -> {
            together.countDown();
            together.await();
          });
    }
    threads.work(pieces);
    await().until(pieces::isDone);
    assertThat(pieces.outcomes.values()).allMatch(Outcome::isCompleted);
  }

  @Test
  void whatBecomesReadyLaterIsTakenAfterAWake() {
    Pieces waiting = pieces().with(() -> {});
    Gate gate = new Gate(waiting);
    threads.work(gate.work());
    await().until(() -> gate.asked.get() > 2);
    gate.open = true;
    threads.wake(1);
    await().until(waiting::isDone);
  }

  @Test
  void aFailureStopsNobody() {
    Error error = new StackOverflowError();
    Pieces pieces = pieces();
    for (int i = 0; i < 20; i++) {
      pieces.with(
          () -> {
            throw error;
          });
    }
    threads.work(pieces);
    await().until(pieces::isDone);
    assertThat(pieces.outcomes.values())
        .allSatisfy(
            outcome ->
                assertThat(outcome)
                    .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.cause()).isSameAs(error)));
  }

  @Test
  void theInterruptOfOnePieceIsNotTheNextOnes() {
    Pieces pieces = pieces();
    for (int i = 0; i < 20; i++) {
      pieces.with(
          () -> {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            Thread.currentThread().interrupt();
          });
    }
    threads.work(pieces);
    await().until(pieces::isDone);
    assertThat(pieces.outcomes.values()).allMatch(Outcome::isCompleted);
  }

  @Test
  void atTheThreadLimitTheOthersGoOnAndAFindingSaysSo() {
    limit.set(0);
    abandonOne();
    abandonOne();
    assertThat(threads.findings())
        .extracting(Finding::id)
        .containsExactly("cleanup-threads-missing");
    abandonOne();
    assertThatAPieceRuns();
  }

  @Test
  void whenAllAreStuckAtTheThreadLimitWorkWaitsForTheFirstToReturn() {
    limit.set(0);
    for (int i = 0; i < 4; i++) {
      abandonOne();
    }
    Pieces waiting = pieces().with(() -> {});
    threads.work(waiting);
    deaf.release();
    await().until(waiting::isDone);
    assertThat(waiting.outcomes.values()).allMatch(Outcome::isCompleted);
  }

  @Test
  void aFaultOfTheWorkIsAFindingAndNoEnd() {
    Pieces faulty =
        new Pieces(ofSeconds(1), inAMinute()) {
          @Override
          public int completed(int piece, long endedAtNanos) {
            throw new IllegalStateException("miscounted");
          }
        };
    threads.work(faulty.with(() -> {}).with(() -> {}));
    await()
        .untilAsserted(
            () ->
                assertThat(threads.findings())
                    .singleElement()
                    .satisfies(
                        finding -> {
                          assertThat(finding.id()).isEqualTo("cleanup-work-fault");
                          assertThat(finding.message()).contains("miscounted");
                        }));
    assertThatAPieceRuns();
  }

  @Test
  void aPieceWhoseBoundCannotBeToldHasFailed() {
    Pieces faulty =
        new Pieces(ofSeconds(1), inAMinute()) {
          @Override
          public long allottedNanos(int piece, long atNanos) {
            throw new ArithmeticException("no bound");
          }
        };
    threads.work(faulty.with(() -> {}));
    await().until(faulty::isDone);
    assertThat(faulty.outcomes.get(0)).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void aLastingPieceAmongManyShortOnesIsNamedByTheWatchdog() {
    CountDownLatch began = new CountDownLatch(1);
    Pieces pieces = pieces();
    for (int i = 0; i < 200; i++) {
      pieces.with(() -> {});
    }
    pieces.with(
        () -> {
          began.countDown();
          deaf.hang();
        });
    threads.close();
    threads = start(1);
    threads.work(pieces);
    await().until(() -> deaf.began.get() > 0);
    watchdog.tick();
    ticker.advance(java.time.Duration.ofMillis(6));
    watchdog.tick();
    assertThat(names()).contains("lc:piece-200");
  }

  @Test
  void theThreadsKeepNoJvmAlive() {
    try (CleanupThreads started = CleanupThreads.start(1, watchdog)) {
      Pieces pieces = pieces().with(() -> assertThat(Thread.currentThread().isDaemon()).isTrue());
      started.work(pieces);
      await().until(pieces::isDone);
      assertThat(pieces.outcomes.values()).allMatch(Outcome::isCompleted);
    }
  }

  @Test
  void badArgumentsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CleanupThreads.start(0, watchdog))
        .withMessage("workers: 0 (expected: 1 to 10000)");
  }

  @Test
  void theDoorForOtherThreadsStartsDaemons() throws Exception {
    CountDownLatch ran = new CountDownLatch(1);
    Thread thread = CleanupThreads.startDaemon("lc:test", ran::countDown);
    ran.await();
    assertThat(thread.getName()).isEqualTo("lc:test");
    assertThat(thread.isDaemon()).isTrue();
  }

  private void abandonOne() {
    int before = deaf.began.get();
    Pieces hanging = pieces().with(deaf::hang);
    threads.work(hanging);
    await().until(() -> deaf.began.get() > before);
    watchdog.tick();
    ticker.advance(ofSeconds(1));
    watchdog.tick();
    ticker.advance(ofSeconds(1));
    watchdog.tick();
    await().until(hanging::isDone);
    assertThat(hanging.outcomes.get(0)).isInstanceOf(Outcome.Abandoned.class);
  }

  private void assertThatAPieceRuns() {
    Pieces other = pieces().with(() -> {});
    threads.work(other);
    await().until(other::isDone);
    assertThat(other.outcomes.values()).allMatch(Outcome::isCompleted);
  }

  private Pieces pieces() {
    return new Pieces(ofSeconds(1), inAMinute());
  }

  private Deadline inAMinute() {
    return Deadline.after(ofSeconds(60), ticker);
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    made.forEach(thread -> names.add(thread.getName()));
    return names;
  }

  /** Work whose pieces are held back. */
  private static final class Gate {
    final AtomicInteger asked = new AtomicInteger();
    volatile boolean open;
    private final Pieces behind;

    Gate(Pieces behind) {
      this.behind = behind;
    }

    Pieces work() {
      return behind.heldBackBy(
          () -> {
            asked.incrementAndGet();
            return !open;
          });
    }
  }
}
