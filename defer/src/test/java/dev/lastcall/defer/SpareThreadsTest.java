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
  private final List<Thread> made = new CopyOnWriteArrayList<>();
  private final CleanupThreads threads = CleanupThreads.start(WORKERS, watchdog, this::make);

  @AfterEach
  void close() {
    threads.close();
    await().untilAsserted(() -> assertThat(made).noneMatch(Thread::isAlive));
  }

  private Thread make(Runnable body, String name) {
    Thread thread = new Thread(body, name);
    made.add(thread);
    return thread;
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
