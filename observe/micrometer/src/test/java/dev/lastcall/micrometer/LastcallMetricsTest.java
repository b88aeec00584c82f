package dev.lastcall.micrometer;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.ExitPhase;
import dev.lastcall.api.Outcome;
import dev.lastcall.defer.Bounded;
import dev.lastcall.defer.DeferScope;
import io.micrometer.core.instrument.Meter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LastcallMetricsTest {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Exits exits = new Exits();
  private final LastcallMetrics metrics = LastcallMetrics.in(registry).open(exits.ticker());

  @AfterEach
  void stopListening() {
    metrics.close();
  }

  @Test
  void theThreeOfTheArticleAreScrapedByTheirNames() {
    tell(Exits.INSTALLED, Exits.ready("db"), Exits.began("db"));
    tell(Exits.ended("db", Exits.timedOut(ofMillis(1200))));
    tell(Exits.ended("db", Exits.failed(ofMillis(30))));

    assertThat(lines())
        .contains(
            "defer_timeout_total{name=\"db\",outcome=\"timed-out\",scope=\"exit\"} 1.0",
            "defer_timeout_total{name=\"db\",outcome=\"abandoned\",scope=\"exit\"} 0.0",
            "defer_panic_total{name=\"db\",outcome=\"failed\",scope=\"exit\"} 1.0",
            "defer_duration_seconds_bucket{name=\"db\",outcome=\"timed-out\",scope=\"exit\",le=\"1.0\"}"
                + " 0",
            "defer_duration_seconds_bucket{name=\"db\",outcome=\"timed-out\",scope=\"exit\",le=\"2.0\"}"
                + " 1",
            "defer_duration_seconds_sum{name=\"db\",outcome=\"timed-out\",scope=\"exit\"} 1.2",
            "defer_duration_seconds_count{name=\"db\",outcome=\"failed\",scope=\"exit\"} 1",
            "# TYPE defer_duration_seconds histogram",
            "# TYPE defer_timeout_total counter",
            "# TYPE defer_panic_total counter");
  }

  @Test
  void theCountersAreThereAtZeroBeforeAnythingHappens() {
    assertThat(lines())
        .contains(
            "defer_timeout_total{name=\"other\",outcome=\"abandoned\",scope=\"other\"} 0.0",
            "defer_panic_total{name=\"other\",outcome=\"failed\",scope=\"other\"} 0.0");

    tell(Exits.ready("http", "db"));
    assertThat(lines())
        .contains(
            "defer_timeout_total{name=\"http\",outcome=\"timed-out\",scope=\"exit\"} 0.0",
            "defer_panic_total{name=\"db\",outcome=\"failed\",scope=\"exit\"} 0.0",
            "defer_duration_seconds_count{name=\"db\",outcome=\"completed\",scope=\"exit\"} 0");
  }

  @Test
  void everyOutcomeIsCountedWhereItBelongsAndASkippedOneNowhere() {
    for (Outcome outcome :
        List.of(
            Exits.completed(ofMillis(1)),
            Exits.failed(ofMillis(2)),
            Exits.timedOut(ofMillis(3)),
            Exits.abandoned(ofMillis(4)),
            new Outcome.Skipped("no time"))) {
      tell(Exits.ended("db", outcome));
    }
    tell(new ExitEvent.TargetFlushed(ZERO, "logs", Exits.abandoned(ofMillis(5))));

    assertThat(value("defer_timeout_total", "db", "timed-out")).isEqualTo(1);
    assertThat(value("defer_timeout_total", "db", "abandoned")).isEqualTo(1);
    assertThat(value("defer_panic_total", "db", "failed")).isEqualTo(1);
    assertThat(value("defer_timeout_total", "logs", "abandoned")).isEqualTo(1);
    for (String outcome : List.of("completed", "failed", "timed-out", "abandoned")) {
      assertThat(value("defer_duration_seconds_count", "db", outcome)).isEqualTo(1);
    }
    assertThat(registry.scrape()).doesNotContain("skipped\",scope");
  }

  @Test
  void namesBeyondTheLimitAreCountedTogetherAndThatIsSaidOnce() {
    PrometheusMeterRegistry small = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    LastcallMetrics few = LastcallMetrics.in(small).mostNames(3).open();
    assertThat(few.findings()).isEmpty();
    for (int id = 0; id < 1000; id++) {
      few.onEvent(Exits.ended("order-" + id, Exits.failed(ofMillis(1))));
    }

    long series =
        small.scrape().lines().filter(line -> line.startsWith("defer_panic_total{")).count();
    assertThat(series).isEqualTo(4);
    assertThat(small.scrape())
        .contains("defer_panic_total{name=\"other\",outcome=\"failed\",scope=\"other\"} 997.0");
    assertThat(few.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.id()).isEqualTo("metrics-too-many-names");
              assertThat(finding.message()).contains("more than 3 names");
            });
  }

  @Test
  void manyThreadsCannotGetPastTheLimit() throws InterruptedException {
    PrometheusMeterRegistry small = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    LastcallMetrics few = LastcallMetrics.in(small).mostNames(50).open();
    List<Thread> threads = new ArrayList<>();
    for (int thread = 0; thread < 8; thread++) {
      int first = thread * 20;
      threads.add(
          new Thread(
              () -> {
                for (int id = 0; id < 100; id++) {
                  few.onEvent(Exits.ended("n" + (first + id), Exits.completed(ofMillis(1))));
                }
              }));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(small.scrape().lines().filter(line -> line.startsWith("defer_panic_total{")).count())
        .isEqualTo(51);
    double all =
        small.find("defer.duration").timers().stream().mapToLong(timer -> timer.count()).sum();
    assertThat(all).isEqualTo(800);
  }

  @Test
  void theGaugesFollowTheExit() {
    assertThat(gauge("lastcall_grace_period_seconds")).isNaN();
    assertThat(registry.scrape()).contains("lastcall_phase{phase=\"starting\"} 1.0");
    tell(Exits.INSTALLED, Exits.ready("http", "db"));
    assertThat(gauge("lastcall_cleanups_registered")).isEqualTo(2);
    assertThat(gauge("lastcall_plan_critical_path_seconds")).isEqualTo(4);
    assertThat(gauge("lastcall_plan_available_seconds")).isEqualTo(9.5);
    assertThat(gauge("lastcall_grace_left_seconds")).isEqualTo(10);
    assertThat(registry.scrape())
        .contains("lastcall_phase{phase=\"serving\"} 1.0")
        .contains("lastcall_exit_outcome{outcome=\"completed\"} 0.0");

    exits.pass(ofSeconds(1)); // the exit began, and this is told half a second late
    tell(Exits.began("http", "db"), Exits.phase(ExitPhase.DRAIN, ofMillis(500)));
    tell(Exits.phase(ExitPhase.CLEAN, ofMillis(500)));
    tell(new ExitEvent.CleanupBegan(ofMillis(500), "http", ofSeconds(2), ""));
    assertThat(gauge("lastcall_cleanups_running")).isEqualTo(1);
    assertThat(gauge("lastcall_grace_left_seconds")).isEqualTo(9.5);
    assertThat(registry.scrape())
        .contains("lastcall_phase{phase=\"clean\"} 1.0")
        .contains("lastcall_phase{phase=\"serving\"} 0.0")
        .contains("lastcall_exit_outcome{outcome=\"unfinished\"} 1.0");

    tell(Exits.ended("http", Exits.timedOut(ofSeconds(2))));
    tell(Exits.ended("db", new Outcome.Skipped("waited for http")));
    exits.pass(ofSeconds(20));
    tell(Exits.phase(ExitPhase.FLUSH, ofSeconds(20)));
    assertThat(gauge("lastcall_cleanups_running")).isZero();
    assertThat(gauge("lastcall_grace_left_seconds")).isZero();
    assertThat(registry.scrape())
        .contains("lastcall_exit_outcome{outcome=\"timed-out\"} 1.0")
        .contains("lastcall_exit_outcome{outcome=\"unfinished\"} 0.0");
  }

  @Test
  void thePlanIsAskedForOnceASecondAndNotDuringTheExit() {
    AtomicInteger asked = new AtomicInteger();
    metrics.plan(
        () -> {
          asked.incrementAndGet();
          return Exits.plan("a", "b", "c");
        });
    for (int scrape = 0; scrape < 10; scrape++) {
      assertThat(gauge("lastcall_cleanups_registered")).isEqualTo(3);
    }
    assertThat(asked).hasValue(1);
    exits.pass(ofMillis(1001));
    assertThat(gauge("lastcall_plan_critical_path_seconds")).isEqualTo(6);
    assertThat(asked).hasValue(2);

    exits.pass(ofSeconds(2));
    tell(Exits.began("a"));
    assertThat(gauge("lastcall_cleanups_registered")).isEqualTo(1);
    assertThat(asked).hasValue(2);
  }

  @Test
  void aPlanThatThrowsLeavesTheLastOne() {
    tell(Exits.ready("a"));
    metrics.plan(
        () -> {
          throw new IllegalStateException("uninstalled");
        });
    assertThat(gauge("lastcall_cleanups_registered")).isEqualTo(1);
  }

  @Test
  void theCleanupsOfNamedScopesAndBoundedCallsAreCountedInNormalRunning() throws Exception {
    try (DeferScope scope = DeferScope.open("transfer")) {
      scope.defer("audit", () -> {});
      assertThat(gauge("lastcall_scopes_open")).isEqualTo(1);
    }
    assertThatThrownBy(() -> fail("transfer")).isInstanceOf(IllegalStateException.class);
    Bounded.run("charge", ofSeconds(5), () -> {});

    assertThat(value("defer_duration_seconds_count", "audit", "completed")).isEqualTo(1);
    assertThat(value("defer_panic_total", "unlock-account", "failed")).isEqualTo(1);
    assertThat(lines())
        .contains("defer_panic_total{name=\"charge\",outcome=\"failed\",scope=\"none\"} 0.0");
    assertThat(gauge("lastcall_scopes_open")).isZero();
    assertThat(gauge("lastcall_scopes_leaked")).isNotNegative();
  }

  @Test
  void afterClosingNothingIsCountedAnyMore() {
    metrics.close();
    try (DeferScope scope = DeferScope.open("transfer")) {
      scope.defer("audit", () -> {});
    }

    assertThat(registry.getMeters()).isEmpty();
  }

  private static void fail(String name) {
    try (DeferScope scope = DeferScope.open(name)) {
      scope.defer(
          "unlock-account",
          () -> {
            throw new IllegalStateException("no");
          });
    }
  }

  @Test
  void closingTakesEveryMeterAway() {
    tell(Exits.ready("a"), Exits.ended("a", Exits.failed(ofMillis(1))));
    metrics.close();

    assertThat(registry.getMeters()).extracting(Meter::getId).isEmpty();
  }

  private void tell(ExitEvent... events) {
    for (ExitEvent event : events) {
      metrics.onEvent(event);
    }
  }

  private List<String> lines() {
    return registry.scrape().lines().toList();
  }

  private double gauge(String name) {
    return lines().stream()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow();
  }

  private double value(String metric, String name, String outcome) {
    return lines().stream()
        .filter(line -> line.startsWith(metric + "{"))
        .filter(line -> line.contains("name=\"" + name + "\",outcome=\"" + outcome + "\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
