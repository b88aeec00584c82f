package dev.lastcall.dashboards;

import static dev.lastcall.api.CleanupSpec.named;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import com.sun.net.httpserver.HttpServer;
import dev.lastcall.api.Registration;
import dev.lastcall.defer.Bounded;
import dev.lastcall.defer.DeferScope;
import dev.lastcall.flush.SnapshotTarget;
import dev.lastcall.micrometer.LastcallMetrics;
import dev.lastcall.micrometer.PushgatewayTarget;
import dev.lastcall.runtime.Lastcall;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * A service that is scraped: some of its cleanups throw, some time out, one scope leaks, and at the
 * end its database never closes. It is scraped to the very end.
 *
 * <p>Arguments: the folder of the textfile collector, the address of the Pushgateway.
 */
@SuppressWarnings("SystemOut")
final class MeteredService {
  private static final int FAILS_EVERY = 10;
  private static final int COLLECTS_EVERY = 100;
  static long failed;

  private MeteredService() {}

  public static void main(String[] arguments) throws Exception {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    LastcallMetrics metrics = LastcallMetrics.in(registry).open();
    Lastcall lastcall = Lastcall.builder().gracePeriod(ofSeconds(10)).recorder(metrics).install();
    metrics.plan(lastcall::plan);
    HttpServer server = scraped(registry);
    Semaphore connection = new Semaphore(0);
    Registration http = lastcall.defer(named("http").within(ofMillis(500)), () -> {});
    lastcall.defer(
        named("db").within(ofSeconds(4)).after(http), connection::acquireUninterruptibly); // hangs
    lastcall.flushLast(
        "textfile",
        SnapshotTarget.of(Path.of(arguments[0]).resolve("orders.prom"), registry::scrape));
    lastcall.flushLast(
        "pushgateway",
        PushgatewayTarget.to(arguments[1], "orders", registry.getPrometheusRegistry()));
    lastcall.ready();
    leak();
    Files.writeString(Path.of("port"), Integer.toString(server.getAddress().getPort()));
    System.out.println("serving metrics");
    for (int order = 0; true; order++) {
      take(order);
    }
  }

  private static void take(int order) {
    try (DeferScope scope = DeferScope.open("order")) {
      scope.defer("audit", () -> {});
      scope.defer("notify", () -> notify(order));
      Bounded.run("charge", ofMillis(5), () -> charge(order));
    } catch (IllegalStateException | TimeoutException expected) {
      failed++;
    } catch (Exception unexpected) {
      throw new IllegalStateException(unexpected);
    }
    LockSupport.parkNanos(2_000_000);
    if (order % COLLECTS_EVERY == 0) {
      System.gc(); // so that the leak is found
    }
  }

  private static void notify(int order) {
    if (order % FAILS_EVERY == 0) {
      throw new IllegalStateException("the mail server is gone");
    }
  }

  private static void charge(int order) throws InterruptedException {
    Thread.sleep(order % FAILS_EVERY == 1 ? 60 : 0);
  }

  private static void leak() {
    DeferScope.open("leaky").defer("never", () -> {});
  }

  private static HttpServer scraped(PrometheusMeterRegistry registry) throws Exception {
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
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
