package dev.lastcall.micrometer;

import dev.lastcall.flush.SnapshotTarget;
import dev.lastcall.runtime.Lastcall;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.util.Map;

/** The three ways out of {@code docs/metrics.md}. */
final class WaysOutExample {
  private static final String URL = "http://collector:4318/v1/metrics";

  private WaysOutExample() {}

  static Lastcall install(PrometheusMeterRegistry prometheus, Path folder) {
    // begin ways
    OtlpPush otlp = OtlpPush.to(Map.of("otlp.url", URL, "otlp.step", "10s")::get);
    CompositeMeterRegistry registry = new CompositeMeterRegistry();
    registry.add(prometheus).add(otlp.registry());
    Lastcall lastcall = Lastcall.builder().recorder(LastcallMetrics.in(registry).open()).install();

    lastcall.flushLast(
        "metrics-file", SnapshotTarget.of(folder.resolve("orders.prom"), prometheus::scrape));
    lastcall.flushLast(
        "metrics-pushgateway",
        PushgatewayTarget.to("pushgateway:9091", "orders", prometheus.getPrometheusRegistry()));
    lastcall.flushLast("metrics-otlp", otlp);
    // end ways
    return lastcall;
  }
}
