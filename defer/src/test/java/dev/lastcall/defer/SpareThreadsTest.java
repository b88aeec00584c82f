package dev.lastcall.defer;

import static dev.lastcall.defer.Soon.await;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.Outcome;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many threads there are in the long run, and that those with nothing to do sleep. */
class SpareThreadsTest {
  private static final int WORKERS = 1;
  private static final int SPARES = 2;

  /** One more where a spare comes back in the moment in which it is replaced. */
  private static final int MOST = WORKERS + SPARES + 1;

  private final ManualTicker ticker = new ManualTicker();
  private final Watchdog watchdog = Watchdog.manual(ticker);
  private volatile boolean atTheLimit;
  private final List<Thread> made = new CopyOnWriteArrayList<>();
  private final CleanupThreads threads = CleanupThreads.start(WORKERS, watchdog, this::make);

  @AfterEach
  void close() {
    threads.close();
    await().untilAsserted(() -> assertThat(made).noneMatch(Thread::isAlive));
  }

  private Thread make(Runnable body, String name) {
    if (atTheLimit) {
      throw new OutOfMemoryError("unable to create native thread");
    }
    Thread thread = new Thread(body, name);
    made.add(thread);
    return thread;
  }

  @Test
  void asManyThreadsAreStartedAsWereAskedForAndTheirSpares() {
    assertThat(made).hasSize(WORKERS + SPARES);
  }

  @Test
  void whenThreadsReturnThereRunNoMorePiecesAtOnceThanBefore() {
    List<Deaf> stuck = List.of(new Deaf(), new Deaf(), new Deaf(), new Deaf());
    for (Deaf deaf : stuck) {
      start(pieces().with(deaf::hang), deaf);
      pass(1_000);
      pass(100);
    }
    stuck.forEach(Deaf::release);
    await().untilAsserted(() -> assertThat(alive()).hasSizeLessThanOrEqualTo(MOST));
    assertThatOnePieceRunsAtOnce();
  }

  @Test
  void whenThreadsReturnAtTheThreadLimitThereRunNoMorePiecesAtOnceThanBefore() {
    atTheLimit = true;
    List<Deaf> stuck = List.of(new Deaf(), new Deaf(), new Deaf());
    for (Deaf deaf : stuck) {
      start(pieces().with(deaf::hang), deaf);
      pass(1_000);
      pass(100);
    }
    stuck.forEach(Deaf::release);
    await()
        .untilAsserted(
            () -> assertThat(made).extracting(Thread::getName).allMatch(this::isIdleName));
    assertThatOnePieceRunsAtOnce();
  }

  @Test
  void workThatIsFinishedIsForgotten() {
    AtomicInteger asked = new AtomicInteger();
    Pieces finished =
        pieces()
            .with(() -> {})
            .heldBackBy(
                () -> {
                  asked.incrementAndGet();
                  return false;
                });
    threads.work(finished);
    await().until(finished::isDone);
    await()
        .until(
            () -> {
              int before = asked.get();
              Pieces other = pieces().with(() -> {});
              threads.work(other);
              await().until(other::isDone);
              return asked.get() == before;
            });
  }

  @Test
  void theTimeOfAPieceBeginsWhereThatOfTheOneBeforeItEnds() {
    Pieces pieces = pieces();
    for (int i = 0; i < 3; i++) {
      pieces.with(() -> ticker.advance(ofMillis(5)));
    }
    threads.work(pieces);
    await().until(pieces::isDone);
    assertThat(pieces.outcomes.values()).containsOnly(new Outcome.Completed(ofMillis(5)));
  }

  @Test
  void threadsThatReturnAfterAllDoNotPileUp() {
    for (int i = 0; i < 12; i++) {
      Deaf deaf = new Deaf();
      start(pieces().with(deaf::hang), deaf);
      pass(1_000);
      pass(100);
      deaf.release();
      await().untilAsserted(() -> assertThat(alive()).hasSizeLessThanOrEqualTo(MOST));
    }
  }

  @Test
  void threadsThatWereLentToForceActionsDoNotPileUp() {
    AtomicInteger forced = new AtomicInteger();
    for (int i = 1; i <= 12; i++) {
      Deaf deaf = new Deaf();
      start(
          pieces()
              .with(deaf::hang)
              .forcedBy(
                  () -> {
                    forced.incrementAndGet();
                    deaf.release();
                  }),
          deaf);
      pass(1_000);
      pass(100);
      int times = i;
      await().untilAsserted(() -> assertThat(forced).hasValue(times));
      await().untilAsserted(() -> assertThat(alive()).hasSizeLessThanOrEqualTo(MOST));
    }
  }

  @Test
  void whoInterruptsAllThreadsOfTheProcessKeepsNoneOfOursFromSleeping() {
    made.forEach(Thread::interrupt);
    await().untilAsserted(() -> assertThat(made).noneMatch(Thread::isInterrupted));
    await()
        .untilAsserted(
            () -> assertThat(made).extracting(Thread::getState).containsOnly(Thread.State.WAITING));
    Pieces pieces = pieces().with(() -> Thread.sleep(0));
    threads.work(pieces);
    await().until(pieces::isDone);
    assertThat(pieces.outcomes.values()).allMatch(Outcome::isCompleted);
  }

  private void start(Pieces pieces, Deaf deaf) {
    threads.work(pieces);
    await().untilAsserted(() -> assertThat(deaf.began).hasValue(1));
  }

  private void assertThatOnePieceRunsAtOnce() {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Pieces many = pieces();
    for (int i = 0; i < 30; i++) {
      many.with(
          () -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            LockSupport.parkNanos(100_000);
            now.decrementAndGet();
          });
    }
    threads.work(many);
    threads.wake(30);
    await().until(many::isDone);
    assertThat(most).hasValue(WORKERS);
  }

  private boolean isIdleName(String name) {
    return name.startsWith("lc:idle-");
  }

  private Pieces pieces() {
    return new Pieces(ofSeconds(1), Deadline.after(ofSeconds(60), ticker));
  }

  private List<Thread> alive() {
    return made.stream().filter(Thread::isAlive).toList();
  }

  private void pass(long millis) {
    ticker.advance(ofMillis(millis));
    watchdog.tick();
  }
}
