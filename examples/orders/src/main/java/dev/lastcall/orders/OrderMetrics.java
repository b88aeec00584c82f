package dev.lastcall.orders;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.LongSupplier;

/** What the service counts, in Prometheus' terms. Thread-safe. */
final class OrderMetrics {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Counter accepted =
      Counter.builder("orders.accepted").description("Orders acknowledged").register(registry);
  private final Counter failed =
      Counter.builder("orders.failed")
          .description("Orders answered with an error")
          .register(registry);
  private final Timer duration =
      Timer.builder("orders.duration")
          .description("From request to acknowledgement")
          .register(registry);

  OrderMetrics(LongSupplier waiting) {
    Gauge.builder("orders.outbox.waiting", waiting, LongSupplier::getAsLong)
        .description("Acknowledged orders that are not yet messages")
        .register(registry);
  }

  Timer.Sample start() {
    return Timer.start(registry);
  }

  void accepted(Timer.Sample sample) {
    sample.stop(duration);
    accepted.increment();
  }

  void failed() {
    failed.increment();
  }

  /** All metrics in the text exposition format. */
  String scrape() {
    return registry.scrape();
  }

  void close() {
    registry.close();
  }
}
