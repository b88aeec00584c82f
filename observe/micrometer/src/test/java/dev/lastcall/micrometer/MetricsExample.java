package dev.lastcall.micrometer;

import static dev.lastcall.api.CleanupSpec.named;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import com.sun.net.httpserver.HttpServer;
import dev.lastcall.api.Registration;
import dev.lastcall.defer.DeferScope;
import dev.lastcall.flush.SnapshotTarget;
import dev.lastcall.runtime.Lastcall;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;

/** The program of {@code docs/metrics.md}: its database never closes. */
@SuppressWarnings("SystemOut")
final class MetricsExample {
  private MetricsExample() {}

  // begin program
  public static void main(String[] args) throws Exception {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    LastcallMetrics metrics = LastcallMetrics.in(registry).open();
    Lastcall lastcall = Lastcall.builder().gracePeriod(ofSeconds(5)).recorder(metrics).install();
    metrics.plan(lastcall::plan);

    HttpServer server = scraped(registry, 9404);
    Semaphore connection = new Semaphore(0);
    Registration http = lastcall.defer(named("http").within(ofMillis(500)), () -> server.stop(0));
    lastcall.defer(
        named("db").within(ofSeconds(1)).after(http), connection::acquireUninterruptibly); // hangs
    lastcall.flushLast("metrics", SnapshotTarget.of(Path.of("orders.prom"), registry::scrape));
    lastcall.ready();

    for (int order = 0; order < 1000; order++) {
      try (DeferScope scope = DeferScope.open("order")) {
        scope.defer("audit", () -> {});
      }
    }
    System.out.println("serving metrics");
    lastcall.awaitExit();
  }

  // end program

  private static HttpServer scraped(PrometheusMeterRegistry registry, int port) throws Exception {
    int chosen = Integer.getInteger("port", port);
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", chosen), 0);
    server.createContext(
        "/metrics",
        exchange -> {
          try (exchange) {
            byte[] body = registry.scrape().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/plain; version=0.0.4");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
    return server;
  }
}
