package dev.lastcall.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.defer.DeferScope;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OrderServiceTest {
  private static final String TEA = "{\"id\":\"order-1\",\"item\":\"tea\",\"amount\":3.20}";

  @TempDir Path directory;

  private final HttpClient client = HttpClient.newHttpClient();
  private volatile boolean ready = true;
  private OrderService service;

  @BeforeEach
  void start() throws Exception {
    ServiceOptions options = new ServiceOptions(directory, Duration.ofSeconds(10), Faults.none());
    service =
        OrderService.start(
            options,
            new Admission(() -> ready, () -> () -> {}),
            OrderPublisher.start(Faults.none()),
            StockHolds.none());
  }

  @AfterEach
  void stop() throws Exception {
    try (DeferScope scope = DeferScope.open()) {
      scope.defer("metrics", () -> service.metrics().close());
      scope.defer("store", () -> service.store().close());
      scope.defer("broker", () -> service.broker().stop());
      scope.defer("outbox", () -> service.outbox().close(Duration.ofSeconds(5)));
      scope.defer("http", () -> service.http().stop(Duration.ofSeconds(2)));
    }
  }

  @Test
  void acknowledgesAnOrderOnce() throws Exception {
    HttpResponse<String> first = post("/orders", TEA);
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(first.body()).isEqualTo("{\"id\":\"order-1\"}\n");
    assertThat(post("/orders", TEA).statusCode()).isEqualTo(409);
    assertThat(get("/metrics").body()).contains("orders_accepted_total 1.0");
  }

  @Test
  void saysWhatIsWrongWithARequest() throws Exception {
    HttpResponse<String> invalid = post("/orders", TEA.replace("3.20", "0"));
    assertThat(invalid.statusCode()).isEqualTo(400);
    assertThat(invalid.body())
        .isEqualTo("{\"error\":\"amount: 0 (expected: > 0 and <= 1000000)\"}\n");
    assertThat(post("/orders", " ".repeat(70_000)).statusCode()).isEqualTo(400);
    assertThat(get("/orders").statusCode()).isEqualTo(404);
  }

  @Test
  void asksConnectionsToLeaveOnceItIsNotReady() throws Exception {
    HttpResponse<String> before = get("/ready");
    assertThat(before.statusCode()).isEqualTo(200);
    assertThat(before.headers().firstValue("connection")).isEmpty();
    ready = false;
    assertThat(get("/ready").statusCode()).isEqualTo(503);
    HttpResponse<String> stillServed = post("/orders", TEA);
    assertThat(stillServed.statusCode()).isEqualTo(201);
    assertThat(stillServed.headers().firstValue("connection")).contains("close");
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return send("POST", path, BodyPublishers.ofString(body));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send("GET", path, BodyPublishers.noBody());
  }

  private HttpResponse<String> send(String method, String path, BodyPublisher body)
      throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + service.http().port() + path);
    HttpRequest request = HttpRequest.newBuilder(address).method(method, body).build();
    return client.send(request, BodyHandlers.ofString());
  }
}
