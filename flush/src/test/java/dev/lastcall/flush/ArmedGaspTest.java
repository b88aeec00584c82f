package dev.lastcall.flush;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.Deadline.Ticker;
import dev.lastcall.api.ExitReport.FlushReport;
import dev.lastcall.api.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArmedGaspTest {
  private final LastGasp gasp = LastGasp.start(Ticker.system());
  private final List<String> flushed = new CopyOnWriteArrayList<>();
  private final BlockingQueue<FlushReport> reports = new LinkedBlockingQueue<>();
  private final CountDownLatch never = new CountDownLatch(1);

  @AfterEach
  void letGo() {
    never.countDown();
    gasp.close();
  }

  @Test
  void itFlushesByItselfAtItsDeadline() throws InterruptedException {
    AtomicReference<String> halter = new AtomicReference<>();
    gasp.add("logs", deadline -> flushed.add("logs"));

    gasp.arm(
        in(ofMillis(30)),
        in(ofSeconds(5)),
        done -> {
          halter.set(Thread.currentThread().getName());
          reports.add(done);
        });

    FlushReport report = reports.take();
    assertThat(flushed).containsExactly("logs");
    assertThat(report.lastGasp()).isTrue();
    assertThat(Reports.outcome(report, "logs").isCompleted()).isTrue();
    assertThat(halter.get()).isEqualTo("lc:last-gasp");
    assertThat(gasp.flush(in(ofSeconds(30)), each -> {})).isEmpty();
  }

  @Test
  void flushNowWakesItLongBeforeItsDeadline() throws InterruptedException {
    gasp.add("logs", deadline -> flushed.add("logs"));
    gasp.arm(in(ofHours(1)), in(ofHours(2)), reports::add);

    gasp.flushNow();
    gasp.flushNow();

    assertThat(reports.take().lastGasp()).isTrue();
    assertThat(flushed).containsExactly("logs");
  }

  @Test
  void flushNowTakesNoLongerThanAFlushInTime() throws InterruptedException {
    gasp.add("hangs", deadline -> never.await());
    gasp.arm(in(ofHours(1)), in(ofHours(1).plusMillis(100)), reports::add);

    gasp.flushNow();

    FlushReport report = reports.take();
    Outcome.Abandoned abandoned = (Outcome.Abandoned) Reports.outcome(report, "hangs");
    assertThat(abandoned.timeout()).isLessThanOrEqualTo(ofMillis(101));
  }

  @Test
  void flushNowBeforeArmingTakesEffectWhenArmed() throws InterruptedException {
    gasp.add("logs", deadline -> flushed.add("logs"));

    gasp.flushNow();
    gasp.arm(in(ofHours(1)), in(ofHours(1).plusMillis(100)), reports::add);

    assertThat(reports.take().lastGasp()).isTrue();
    assertThat(flushed).containsExactly("logs");
    assertThat(gasp.flush(in(ofSeconds(30)), each -> {})).isEmpty();
  }

  @Test
  void itStandsDownIfTheGracefulFlushCameFirst() {
    gasp.add("logs", deadline -> flushed.add("logs"));
    Deadline flushAt = in(ofMillis(100));
    gasp.arm(flushAt, in(ofSeconds(5)), reports::add);

    assertThat(gasp.flush(in(ofSeconds(30)), each -> {})).isPresent();
    gasp.flushNow();

    await().until(flushAt::isExpired);
    await().during(ofMillis(100)).until(() -> reports.isEmpty());
    assertThat(flushed).containsExactly("logs");
    assertThat(gasp.flush(in(ofSeconds(30)), each -> {})).isEmpty();
  }

  @Test
  void onlyTheFirstArmingCounts() {
    List<String> halts = new CopyOnWriteArrayList<>();
    gasp.arm(in(ofHours(1)), in(ofHours(2)), done -> halts.add("first"));
    gasp.arm(in(Duration.ZERO), in(ofSeconds(1)), done -> halts.add("second"));

    gasp.flushNow();

    await().until(() -> !halts.isEmpty());
    assertThat(halts).containsExactly("first");
  }

  @Test
  void aCallerThatThrowsAfterwardsIsCalledOnceAndDoesNotEndTheTimekeeper() {
    AtomicInteger calls = new AtomicInteger();
    Thread timekeeper = Reports.newestThread("lc:last-gasp");
    gasp.arm(
        in(Duration.ZERO),
        in(ofSeconds(1)),
        done -> {
          calls.incrementAndGet();
          throw new IllegalStateException("halt refused");
        });

    await().until(() -> calls.get() == 1);
    await().during(ofMillis(50)).until(() -> calls.get() == 1 && timekeeper.isAlive());
  }

  @Test
  void aGaspWithoutTargetsStillCallsBack() throws InterruptedException {
    gasp.arm(in(Duration.ZERO), in(ofHours(1)), reports::add);

    FlushReport report = reports.take();
    assertThat(report.targets()).isEmpty();
  }

  private static Deadline in(Duration timeout) {
    return Deadline.after(timeout);
  }
}
