package dev.lastcall.flush;

import static dev.lastcall.flush.Reports.causeOf;
import static dev.lastcall.flush.Reports.outcome;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.Deadline.Ticker;
import dev.lastcall.api.ExitReport.FlushReport;
import dev.lastcall.api.ExitReport.TargetReport;
import dev.lastcall.api.FlushTarget;
import dev.lastcall.api.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LastGaspTest {
  private final LastGasp gasp = LastGasp.start(Ticker.system());
  private final List<String> flushed = new CopyOnWriteArrayList<>();
  private final CountDownLatch never = new CountDownLatch(1);

  @AfterEach
  void letGo() {
    never.countDown();
    gasp.close();
  }

  @Test
  void targetsAreFlushedInTheOrderOfTheirRegistration() {
    for (String name : List.of("one", "two", "three")) {
      gasp.add(name, deadline -> flushed.add(name));
    }

    List<TargetReport> told = new ArrayList<>();
    FlushReport report = gasp.flush(soon(), told::add).orElseThrow();

    assertThat(flushed).containsExactly("one", "two", "three");
    assertThat(report.targets()).extracting(TargetReport::name).containsExactlyElementsOf(flushed);
    assertThat(report.targets()).extracting(TargetReport::outcome).allMatch(Outcome::isCompleted);
    assertThat(report.lastGasp()).isFalse();
    assertThat(told).isEqualTo(report.targets());
  }

  @Test
  void everyThrowableIsAnOutcomeAndStopsNoOtherTarget() {
    IOException checked = new IOException("disk full");
    OutOfMemoryError error = new OutOfMemoryError("simulated");
    gasp.add(
        "checked",
        deadline -> {
          throw checked;
        });
    gasp.add(
        "error",
        deadline -> {
          throw error;
        });
    gasp.add("overflow", deadline -> endless(0));
    gasp.add("good", deadline -> flushed.add("good"));

    FlushReport report = gasp.flush(soon(), each -> {}).orElseThrow();

    assertThat(flushed).containsExactly("good");
    assertThat(causeOf(report, "checked")).isSameAs(checked);
    assertThat(causeOf(report, "error")).isSameAs(error);
    assertThat(causeOf(report, "overflow")).isInstanceOf(StackOverflowError.class);
  }

  @Test
  void aTargetThatHangsIsOvertakenAndLeftBehindWithItsStack() {
    gasp.add("hangs", this::hang);
    gasp.add("behind", deadline -> flushed.add("behind"));

    FlushReport report = gasp.flush(in(ofMillis(200)), each -> {}).orElseThrow();

    assertThat(flushed).containsExactly("behind");
    Outcome.Abandoned abandoned = (Outcome.Abandoned) outcome(report, "hangs");
    assertThat(abandoned.sample().thread()).startsWith("lc:flush-");
    assertThat(abandoned.sample().place()).contains("CountDownLatch.await");
    assertThat(abandoned.sample().lock()).contains("CountDownLatch");
    assertThat(abandoned.timeout()).isBetween(ofMillis(1), ofMillis(100));
    assertThat(abandoned.elapsed()).isGreaterThanOrEqualTo(abandoned.timeout());
    assertThat(outcome(report, "behind").isCompleted()).isTrue();
  }

  @Test
  void everyTargetButTheLastMayHang() {
    for (int i = 0; i < 7; i++) {
      gasp.add("hangs-" + i, this::hang);
    }
    gasp.add("last", deadline -> flushed.add("last"));

    FlushReport report = gasp.flush(in(ofMillis(800)), each -> {}).orElseThrow();

    assertThat(flushed).containsExactly("last");
    assertThat(report.targets().subList(0, 7))
        .extracting(TargetReport::outcome)
        .allMatch(Outcome.Abandoned.class::isInstance);
  }

  @Test
  void whatFindsNoThreadIsSkippedWithTheReason() {
    for (int i = 0; i < 9; i++) {
      gasp.add("hangs-" + i, this::hang);
    }

    FlushReport report = gasp.flush(in(ofMillis(500)), each -> {}).orElseThrow();

    assertThat(outcome(report, "hangs-8"))
        .isEqualTo(new Outcome.Skipped("the reserve was over before it could begin"));
  }

  @Test
  void aSlowTargetMayComeBackUntilTheEndAndIsTimedOut() {
    gasp.add("slow", deadline -> await().until(() -> flushed.contains("behind")));
    gasp.add("behind", deadline -> flushed.add("behind"));

    FlushReport report = gasp.flush(in(ofSeconds(4)), each -> {}).orElseThrow();

    Outcome.TimedOut late = (Outcome.TimedOut) outcome(report, "slow");
    assertThat(late.elapsed()).isGreaterThan(late.timeout());
    assertThat(late.sample().place()).isNotEmpty();
  }

  @Test
  void aSlowTargetThatThrowsInTheEndHasFailed() {
    IOException cause = new IOException("late");
    gasp.add(
        "slow",
        deadline -> {
          await().until(() -> flushed.contains("behind"));
          throw cause;
        });
    gasp.add("behind", deadline -> flushed.add("behind"));

    FlushReport report = gasp.flush(in(ofSeconds(4)), each -> {}).orElseThrow();

    assertThat(causeOf(report, "slow")).isSameAs(cause);
  }

  @Test
  void nothingBeginsAfterTheEnd() {
    gasp.add("late", deadline -> flushed.add("late"));

    FlushReport report = gasp.flush(in(Duration.ZERO), each -> {}).orElseThrow();

    assertThat(outcome(report, "late")).isInstanceOf(Outcome.Skipped.class);
    assertThat(flushed).isEmpty();
  }

  @Test
  void anInterruptedCallerGetsItsReportAndKeepsItsInterrupt() {
    gasp.add("logs", deadline -> flushed.add("logs"));

    Thread.currentThread().interrupt();
    FlushReport report = gasp.flush(soon(), each -> {}).orElseThrow();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(outcome(report, "logs").isCompleted()).isTrue();
  }

  @Test
  void targetsGetTheEndOfTheReserveAsTheirDeadline() {
    AtomicReference<Deadline> seen = new AtomicReference<>();
    gasp.add("logs", seen::set);
    Deadline end = soon();

    assertThat(gasp.flush(end, each -> {})).isPresent();

    assertThat(seen.get()).isEqualTo(end);
  }

  @Test
  void badRegistrationsAreRefused() {
    gasp.add("logs", deadline -> {});

    assertThatIllegalArgumentException()
        .isThrownBy(() -> gasp.add("logs", deadline -> {}))
        .withMessage("name: \"logs\" (expected: a name no other flush target has)");
    assertThatIllegalArgumentException().isThrownBy(() -> gasp.add("", deadline -> {}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> gasp.add("none", nothing()))
        .withMessage("target: null (expected: a value)");
  }

  @Test
  void nothingIsRegisteredOnceTheExitHasBegun() {
    gasp.arm(in(ofHours(1)), in(ofHours(2)), report -> {});

    assertThatIllegalStateException()
        .isThrownBy(() -> gasp.add("logs", deadline -> {}))
        .withMessage("target: logs (expected: to be registered before the exit begins)");
  }

  @Test
  void nothingIsRegisteredOnceAFlushHasBegun() {
    assertThat(gasp.flush(soon(), each -> {})).isPresent();

    assertThatIllegalStateException().isThrownBy(() -> gasp.add("logs", deadline -> {}));
  }

  @Test
  void theReportSaysWhatReserveWasChosen() {
    Reserve reserve = gasp.reserve(ofMillis(250));

    FlushReport report = gasp.flush(soon(), each -> {}).orElseThrow();

    assertThat(reserve.reasons()).first().isEqualTo("250 ms: flush");
    assertThat(report.reserve()).isEqualTo(reserve.length());
    assertThat(report.reasons()).isEqualTo(reserve.reasons());
  }

  @Test
  void aClosedGaspFlushesNothingAndItsThreadsEnd() {
    LastGasp closed = LastGasp.start(Ticker.system());
    Thread timekeeper = Reports.newestThread("lc:last-gasp");
    Thread runner = Reports.newestThread("lc:flush-1");
    closed.add("logs", deadline -> flushed.add("logs"));

    closed.close();

    await().until(() -> !timekeeper.isAlive() && !runner.isAlive());
    assertThat(closed.flush(soon(), each -> {})).isEmpty();
    assertThat(flushed).isEmpty();
  }

  private void hang(Deadline deadline) throws InterruptedException {
    never.await();
  }

  private static Deadline soon() {
    return in(ofSeconds(30));
  }

  private static Deadline in(Duration timeout) {
    return Deadline.after(timeout);
  }

  @SuppressWarnings("InfiniteRecursion")
  private static int endless(int depth) {
    return endless(depth + 1) + 1;
  }

  @SuppressWarnings("NullAway")
  private static FlushTarget nothing() {
    return null;
  }
}
