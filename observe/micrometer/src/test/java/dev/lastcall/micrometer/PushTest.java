package dev.lastcall.micrometer;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lastcall.api.Deadline;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.Metric;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The two ways out that push, against a receiver that keeps what it is sent. */
final class PushTest {
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<byte[]> bodies = new CopyOnWriteArrayList<>();
  private volatile int answer = 200;
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void otlpSendsSecondsAndTheLastValuesWithTheFlush() throws IOException {
    OtlpPush push = otlp();
    LastcallMetrics metrics = LastcallMetrics.in(push.registry()).open();
    push.rehearse(Deadline.after(ofSeconds(5)));
    assertThat(bodies).hasSize(1);

    metrics.onEvent(Exits.ended("db", Exits.timedOut(ofMillis(1500))));
    push.flush(Deadline.after(ofSeconds(5)));

    Metric duration = sent("defer.duration");
    assertThat(duration.getUnit()).isEqualTo("seconds");
    assertThat(
            duration.getHistogram().getDataPointsList().stream()
                .filter(point -> point.getCount() == 1))
        .singleElement()
        .satisfies(
            point -> {
              assertThat(point.getSum()).isEqualTo(1.5);
              assertThat(point.getExplicitBoundsList()).contains(0.0001, 0.25, 15.0);
              assertThat(point.getAttributesList())
                  .extracting(at -> at.getKey() + "=" + at.getValue().getStringValue())
                  .contains("scope=exit", "name=db", "outcome=timed-out");
            });
    assertThat(
            sent("defer.timeout").getSum().getDataPointsList().stream()
                .mapToDouble(point -> point.getAsDouble())
                .sum())
        .isEqualTo(1);
  }

  @Test
  void aCollectorThatRefusesIsAFailureAndNotOnlyALineInTheLog() {
    OtlpPush push = otlp();
    LastcallMetrics.in(push.registry()).open();
    answer = 503;

    assertThatThrownBy(() -> push.rehearse(Deadline.after(ofSeconds(5))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the collector did not take the metrics");
    assertThatThrownBy(() -> push.flush(Deadline.after(ofSeconds(5))))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aCollectorThatIsNotThereIsAFailureToo() {
    OtlpPush push = otlp();
    LastcallMetrics.in(push.registry()).open();
    server.stop(0);

    assertThatThrownBy(() -> push.flush(Deadline.after(ofSeconds(5))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("ConnectException");
  }

  @Test
  void badSettingsAreRefusedAtOnce() {
    assertThatThrownBy(() -> OtlpPush.to(Map.of("otlp.step", "soon")::get))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("otlp.step: soon (expected: ");
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    for (String address : List.of("", "http://gateway:9091", "gateway")) {
      assertThatThrownBy(
              () -> PushgatewayTarget.to(address, "orders", registry.getPrometheusRegistry()))
          .hasMessage("address: \"" + address + "\" (expected: HOST:PORT)");
    }
    assertThatThrownBy(
            () -> PushgatewayTarget.to("g:9091", "a job", registry.getPrometheusRegistry()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void thePushgatewayGetsTheGroupOfTheJobAndTheRehearsalLeavesNothing() throws IOException {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    LastcallMetrics metrics = LastcallMetrics.in(registry).open();
    PushgatewayTarget target = gateway(registry);
    answer = 202;
    target.rehearse(Deadline.after(ofSeconds(5)));
    assertThat(requests)
        .containsExactly(
            "POST /metrics/job/orders/lastcall_rehearsal/1",
            "DELETE /metrics/job/orders/lastcall_rehearsal/1");

    requests.clear();
    bodies.clear();
    metrics.onEvent(Exits.ended("db", Exits.abandoned(ofMillis(1500))));
    target.flush(Deadline.after(ofSeconds(5)));
    assertThat(requests).containsExactly("POST /metrics/job/orders");
    assertThat(new String(bodies.get(0), StandardCharsets.UTF_8))
        .contains("defer_timeout_total{name=\"db\",outcome=\"abandoned\",scope=\"exit\"} 1.0");
  }

  @Test
  void aPushgatewayThatRefusesIsAFailure() {
    answer = 400;
    PushgatewayTarget target = gateway(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));

    assertThatThrownBy(() -> target.flush(Deadline.after(ofSeconds(5))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("400");
  }

  private OtlpPush otlp() {
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/metrics";
    return OtlpPush.to(Map.of("otlp.url", url, "otlp.step", "10m")::get);
  }

  private PushgatewayTarget gateway(PrometheusMeterRegistry registry) {
    return PushgatewayTarget.to(
        "127.0.0.1:" + server.getAddress().getPort(), "orders", registry.getPrometheusRegistry());
  }

  private Metric sent(String name) throws IOException {
    return ExportMetricsServiceRequest.parseFrom(bodies.get(bodies.size() - 1))
        .getResourceMetrics(0)
        .getScopeMetrics(0)
        .getMetricsList()
        .stream()
        .filter(metric -> metric.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
      bodies.add(exchange.getRequestBody().readAllBytes());
      exchange.sendResponseHeaders(answer, -1);
    }
  }
}
