package dev.lastcall.flush;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.Deadline.Ticker;
import dev.lastcall.api.ExitReport.FlushReport;
import dev.lastcall.api.ExitReport.TargetReport;
import dev.lastcall.api.Finding;
import dev.lastcall.api.FlushTarget;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  private final LastGasp gasp = LastGasp.start(Ticker.system());
  private final List<String> ran = new CopyOnWriteArrayList<>();
  private final CountDownLatch never = new CountDownLatch(1);

  @AfterEach
  void letGo() {
    never.countDown();
    gasp.close();
  }

  @Test
  void everyTargetIsRehearsedThreeTimesOnAGaspThreadAndNotFlushed() {
    Counting target = new Counting();
    gasp.add("logs", target);

    List<Finding> findings = gasp.rehearse(Deadline.after(ofSeconds(30)));

    assertThat(findings).isEmpty();
    assertThat(target.rehearsals).hasValue(3);
    assertThat(target.flushes).hasValue(0);
    assertThat(ran).allMatch(thread -> thread.startsWith("lc:flush-"));
  }

  @Test
  void theTimeOfTheLastRehearsalIsKeptForTheReport() {
    gasp.add("logs", busyFor(ofMillis(20)));
    assertThat(gasp.rehearse(Deadline.after(ofSeconds(30)))).isEmpty();

    FlushReport report = gasp.flush(Deadline.after(ofSeconds(30)), each -> {}).orElseThrow();

    assertThat(report.targets())
        .singleElement()
        .extracting(TargetReport::rehearsed)
        .satisfies(kept -> assertThat(kept).isGreaterThanOrEqualTo(ofMillis(20)));
  }

  @Test
  void theReserveGrowsWithTheRehearsedTime() {
    gasp.add("logs", busyFor(ofMillis(20)));
    assertThat(gasp.rehearse(Deadline.after(ofSeconds(30)))).isEmpty();

    Reserve reserve = gasp.reserve(ofMillis(1));

    assertThat(reserve.flush()).isGreaterThanOrEqualTo(ofMillis(60));
    assertThat(reserve.reasons()).anyMatch(reason -> reason.contains("the rehearsed flush took"));
  }

  @Test
  void aTargetThatThrowsIsAFindingAndIsNotTriedAgain() {
    AtomicInteger tries = new AtomicInteger();
    gasp.add(
        "audit",
        deadline -> {
          tries.incrementAndGet();
          throw new IllegalStateException("no such folder");
        });

    List<Finding> findings = gasp.rehearse(Deadline.after(ofSeconds(30)));

    assertThat(findings).hasSize(1);
    Finding finding = findings.get(0);
    assertThat(finding.id()).isEqualTo("flush-target-failed");
    assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
    assertThat(finding.message())
        .isEqualTo(
            "flush target audit failed in rehearsal: java.lang.IllegalStateException: no such"
                + " folder");
    assertThat(tries).hasValue(1);
  }

  @Test
  void aTargetThatHangsIsAFindingWithItsPlaceAndCostsTheOthersNothing() {
    Counting good = new Counting();
    gasp.add("hangs", this::hang);
    gasp.add("good", good);

    List<Finding> findings = gasp.rehearse(Deadline.after(ofMillis(600)));

    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).message())
        .startsWith("flush target hangs failed in rehearsal: it did not return within ")
        .contains("CountDownLatch.await");
    assertThat(good.rehearsals).hasValue(3);
  }

  @Test
  void aTargetThatIsLateOnlyWhileItIsColdIsGood() {
    CountDownLatch overtaken = new CountDownLatch(1);
    AtomicInteger rehearsals = new AtomicInteger();
    gasp.add(
        "cold",
        deadline -> {
          rehearsals.incrementAndGet();
          overtaken.await();
        });
    gasp.add("good", deadline -> overtaken.countDown());

    assertThat(gasp.rehearse(Deadline.after(ofSeconds(3)))).isEmpty();
    assertThat(rehearsals).hasValue(3);
  }

  @Test
  void aThreadLostInTheRehearsalIsReplaced() {
    gasp.add("hangs", this::hang);
    gasp.add("good", deadline -> ran.add("good"));
    assertThat(gasp.rehearse(Deadline.after(ofMillis(600)))).hasSize(1);
    ran.clear();

    FlushReport report = gasp.flush(Deadline.after(ofMillis(300)), each -> {}).orElseThrow();

    assertThat(ran).containsExactly("good");
    assertThat(Reports.outcome(report, "good").isCompleted()).isTrue();
  }

  @Test
  void aSlowTargetIsAFinding() {
    gasp.add("slow", busyFor(Rehearsal.SLOW.plusMillis(5)));

    List<Finding> findings = gasp.rehearse(Deadline.after(ofSeconds(30)));

    assertThat(findings).extracting(Finding::id).containsExactly("flush-target-slow");
    assertThat(findings.get(0).message()).startsWith("flush target slow took ");
  }

  @Test
  void aTargetThatFindsNoTimeIsAFinding() {
    gasp.add("logs", deadline -> ran.add("logs"));

    List<Finding> findings = gasp.rehearse(Deadline.after(Duration.ZERO));

    assertThat(findings)
        .singleElement()
        .extracting(Finding::message)
        .isEqualTo("flush target logs failed in rehearsal: no time was left to try it");
  }

  @Test
  void theExitCutsTheRehearsal() throws InterruptedException {
    gasp.add("hangs", this::hangOnce);
    gasp.add("good", deadline -> ran.add("good"));
    AtomicReference<List<Finding>> findings = new AtomicReference<>();
    Thread starting = new Thread(() -> findings.set(gasp.rehearse(Deadline.after(ofHours(1)))));
    starting.start();
    await().until(() -> ran.contains("hangs"));

    FlushReport report = gasp.flush(Deadline.after(ofSeconds(30)), each -> {}).orElseThrow();

    starting.join();
    assertThat(findings.get()).isEmpty();
    assertThat(Reports.outcome(report, "good").isCompleted()).isTrue();
    assertThat(Reports.outcome(report, "hangs").isCompleted()).isTrue();
  }

  @Test
  void armingCutsTheRehearsalToo() throws InterruptedException {
    gasp.add("hangs", this::hangOnce);
    Thread starting = new Thread(() -> gasp.rehearse(Deadline.after(ofHours(1))));
    starting.start();
    await().until(() -> ran.contains("hangs"));

    gasp.arm(Deadline.after(ofHours(1)), Deadline.after(ofHours(2)), report -> {});

    starting.join();
    assertThat(ran).containsExactly("hangs");
  }

  @Test
  void nothingIsRehearsedOnceTheExitHasBegun() {
    gasp.add("logs", deadline -> ran.add("logs"));
    gasp.arm(Deadline.after(ofHours(1)), Deadline.after(ofHours(2)), report -> {});

    assertThat(gasp.rehearse(Deadline.after(ofSeconds(30)))).isEmpty();

    assertThat(ran).isEmpty();
  }

  @Test
  void aRehearsalNeedsADeadline() {
    assertThatIllegalArgumentException().isThrownBy(() -> gasp.rehearse(none()));
  }

  private void hang(Deadline deadline) throws InterruptedException {
    never.await();
  }

  private void hangOnce(Deadline deadline) throws InterruptedException {
    if (!ran.contains("hangs")) {
      ran.add("hangs");
      never.await();
    }
  }

  private static FlushTarget busyFor(Duration time) {
    return deadline -> {
      Deadline until = Deadline.after(time);
      while (!until.isExpired()) {
        LockSupport.parkNanos(until.remainingNanos());
      }
    };
  }

  @SuppressWarnings("NullAway")
  private static Deadline none() {
    return null;
  }

  private final class Counting implements FlushTarget {
    final AtomicInteger flushes = new AtomicInteger();
    final AtomicInteger rehearsals = new AtomicInteger();

    @Override
    public void flush(Deadline deadline) {
      flushes.incrementAndGet();
    }

    @Override
    public void rehearse(Deadline deadline) {
      rehearsals.incrementAndGet();
      ran.add(Thread.currentThread().getName());
    }
  }
}
