package dev.lastcall.micrometer;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RegistriesTest {
  @Test
  void aCompositeCountsInAllOfItsRegistries() {
    PrometheusMeterRegistry second = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    CompositeMeterRegistry both = new CompositeMeterRegistry();
    both.add(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)).add(second);
    try (LastcallMetrics counting = LastcallMetrics.in(both).open()) {
      counting.onEvent(Exits.ended("db", Exits.abandoned(ofMillis(1200))));
    }

    assertThat(second.scrape()).doesNotContain("defer_");
    try (LastcallMetrics counting = LastcallMetrics.in(both).open()) {
      counting.onEvent(Exits.ended("db", Exits.abandoned(ofMillis(1200))));
      assertThat(second.scrape())
          .contains("defer_timeout_total{name=\"db\",outcome=\"abandoned\",scope=\"exit\"} 1.0")
          .contains("outcome=\"abandoned\",scope=\"exit\",le=\"2.0\"} 1");
    }
  }

  @Test
  void refusesWhatCannotBe() {
    LastcallMetrics.Builder builder = LastcallMetrics.in(new CompositeMeterRegistry());
    assertThatThrownBy(() -> builder.mostNames(0))
        .hasMessage("mostNames: 0 (expected: 1 to 10000)");
    assertThatThrownBy(builder::buckets).hasMessage("buckets: none (expected: at least one)");
    assertThatThrownBy(() -> builder.buckets(ofSeconds(2), ofSeconds(1)))
        .hasMessage("buckets: [PT2S, PT1S] (expected: ascending)");
    assertThatThrownBy(() -> builder.buckets(Duration.ZERO))
        .hasMessage("buckets: PT0S (expected: > PT0S)");
  }
}
