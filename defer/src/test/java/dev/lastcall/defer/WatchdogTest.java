package dev.lastcall.defer;

import static dev.lastcall.defer.Soon.await;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.StackSample;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchdogTest {
  private final Watchdog watchdog = Watchdog.start(Deadline.Ticker.system());
  private final InlineSections sections = new InlineSections(watchdog);
  private final CountDownLatch release = new CountDownLatch(1);

  @AfterEach
  void close() {
    release.countDown();
    watchdog.close();
  }

  @Test
  void withNothingArmedItSleepsForGood() {
    Looks looks = new Looks();
    watchdog.watch(looks);
    sections.enter(ofMillis(5).toNanos()).exit();
    await().until(() -> looks.count.get() > 0);
    await().during(ofMillis(300)).atMost(ofSeconds(10)).until(looks::newOnes, count -> count == 0);
  }

  @Test
  void whileAnHourIsArmedItSleeps() {
    Looks looks = new Looks();
    watchdog.watch(looks);
    InlineSection hour = sections.enter(ofHours(1).toNanos());
    await().during(ofMillis(50)).until(looks::newOnes, count -> count == 0);
    assertThat(looks.count).hasPositiveValue();
    assertThat(hour.exit()).isNull();
  }

  @Test
  void thereIsOneForTheProcess() {
    assertThat(Watchdog.shared()).isNotNull().isSameAs(Watchdog.shared());
  }

  @Test
  void whileItSleepsForAnHourItIsWokenByAMillisecond() throws Exception {
    Looks looks = new Looks();
    watchdog.watch(looks);
    InlineSection hour = sections.enter(ofHours(1).toNanos());
    await().until(() -> looks.count.get() > 0);
    InlineSection moment = sections.enter(ofMillis(1).toNanos());
    assertThat(interrupted(Thread.currentThread())).isTrue();
    assertThat(moment.exit()).isNotNull();
    assertThat(hour.exit()).isNull();
  }

  @Test
  void anEndlessStepIsDoneBesideTheOthers() throws Exception {
    List<EndlessStep> steps = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      EndlessStep step = new EndlessStep();
      steps.add(step);
      watchdog.watch(step);
    }
    InlineSection moment = sections.enter(ofMillis(1).toNanos());
    assertThat(interrupted(Thread.currentThread())).isTrue();
    assertThat(moment.exit()).isNotNull();
    await().untilAsserted(() -> assertThat(steps).allMatch(step -> step.taken.get() == 1));
  }

  @Test
  void aStepThatThrowsStopsNobody() {
    Looks failing =
        new Looks() {
          @Override
          public boolean hasStep() {
            return steps.get() < 3;
          }

          @Override
          public void step(Consumer<Thread> interrupt, Function<Thread, StackSample> sampler) {
            steps.incrementAndGet();
            throw new OutOfMemoryError("made up");
          }
        };
    watchdog.watch(failing);
    InlineSection moment = sections.enter(ofMillis(1).toNanos());
    assertThat(interrupted(Thread.currentThread())).isTrue();
    assertThat(moment.exit()).isNotNull();
    await().untilAsserted(() -> assertThat(failing.steps).hasValue(3));
  }

  @Test
  void aLookThatThrowsStopsNobody() {
    Looks failing =
        new Looks() {
          @Override
          public long look(long nowNanos) {
            if (count.incrementAndGet() < 5) {
              throw new OutOfMemoryError("made up");
            }
            return FAR;
          }
        };
    watchdog.watch(failing);
    InlineSection moment = sections.enter(ofMillis(1).toNanos());
    assertThat(interrupted(Thread.currentThread())).isTrue();
    assertThat(moment.exit()).isNotNull();
  }

  @Test
  void whatIsGoneIsNotLookedAtAgain() {
    Looks first = new Looks();
    Looks second = new Looks();
    Looks third = new Looks();
    watchdog.watch(first);
    watchdog.watch(second);
    watchdog.watch(third);
    sections.enter(ofMillis(1).toNanos()).exit();
    second.gone = true;
    third.gone = true;
    first.gone = true;
    await()
        .during(ofMillis(50))
        .until(
            () -> {
              sections.enter(ofMillis(1).toNanos()).exit();
              return first.newOnes() + second.newOnes() + third.newOnes();
            },
            count -> count == 0);
  }

  @Test
  void aClockOfItsOwnIsFollowed() {
    ManualTicker ticker = new ManualTicker();
    try (Watchdog manual = Watchdog.start(ticker)) {
      InlineSections own = new InlineSections(manual);
      InlineSection section = own.enter(ofSeconds(10).toNanos());
      Thread caller = Thread.currentThread();
      await()
          .until(
              () -> {
                ticker.advance(ofSeconds(1));
                return caller.isInterrupted();
              });
      assertThat(section.exit()).isNotNull();
    }
  }

  @Test
  void withIdleCleanupThreadsAllItsThreadsSleepForGoodEvenAfterAForeignInterrupt() {
    List<Thread> before = watchdogThreads();
    try (Watchdog idle = Watchdog.start(Deadline.Ticker.system());
        CleanupThreads threads = CleanupThreads.start(2, idle)) {
      List<Thread> its = new ArrayList<>(watchdogThreads());
      its.removeAll(before);
      its.forEach(Thread::interrupt);
      await()
          .untilAsserted(
              () ->
                  assertThat(its)
                      .hasSize(3)
                      .noneMatch(Thread::isInterrupted)
                      .extracting(Thread::getState)
                      .containsOnly(Thread.State.WAITING));
      assertThat(threads.findings()).isEmpty();
    }
  }

  @Test
  void itsThreadsEndWhenItIsClosed() {
    List<Thread> before = watchdogThreads();
    Watchdog other = Watchdog.start(Deadline.Ticker.system());
    List<Thread> its = new ArrayList<>(watchdogThreads());
    its.removeAll(before);
    assertThat(its).hasSize(3).allMatch(Thread::isDaemon);
    other.close();
    other.close();
    await().untilAsserted(() -> assertThat(its).noneMatch(Thread::isAlive));
  }

  @Test
  @SuppressWarnings("NullAway") // callers without null checks exist
  void badArgumentsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Watchdog.start(null))
        .withMessage("ticker: null (expected: a value)");
  }

  private static boolean interrupted(Thread thread) {
    await().until(thread::isInterrupted);
    return thread.isInterrupted();
  }

  private static List<Thread> watchdogThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("lc:watchdog"))
        .toList();
  }

  /** Counts how often it is looked at. */
  private static class Looks implements Watched {
    final AtomicInteger count = new AtomicInteger();
    final AtomicInteger steps = new AtomicInteger();
    volatile boolean gone;
    private int counted;

    int newOnes() {
      int before = counted;
      counted = count.get();
      return counted - before;
    }

    @Override
    public long look(long nowNanos) {
      count.incrementAndGet();
      return FAR;
    }

    @Override
    public @Nullable Thread thread() {
      return null;
    }

    @Override
    public boolean hasStep() {
      return false;
    }

    @Override
    public void step(Consumer<Thread> interrupt, Function<Thread, StackSample> sampler) {
      throw new AssertionError("it has none");
    }

    @Override
    public boolean isGone() {
      return gone;
    }
  }

  /** A step that comes back when the test is over. */
  private final class EndlessStep extends Looks {
    final AtomicInteger taken = new AtomicInteger();

    @Override
    public boolean hasStep() {
      return taken.get() == 0;
    }

    @Override
    public void step(Consumer<Thread> interrupt, Function<Thread, StackSample> sampler) {
      if (taken.compareAndSet(0, 1)) {
        await().until(() -> release.getCount() == 0);
      }
    }
  }
}
