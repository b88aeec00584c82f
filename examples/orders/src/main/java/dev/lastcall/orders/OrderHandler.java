package dev.lastcall.orders;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /orders}, {@code GET /ready} and {@code GET /metrics}.
 *
 * <p>201 acknowledges an order: its row is durable, its message is in the outbox, its line is with
 * the log.
 */
final class OrderHandler extends Handler.Abstract {
  private static final Logger LOG = LoggerFactory.getLogger(OrderHandler.class);
  private static final int LARGEST_BODY = 64 * 1024;

  private final Admission admission;
  private final OrderStore store;
  private final Outbox outbox;
  private final StockHolds holds;
  private final OrderLog log;
  private final OrderMetrics metrics;
  private final PaymentCheck payment = new PaymentCheck();

  OrderHandler(
      Admission admission,
      OrderStore store,
      Outbox outbox,
      StockHolds holds,
      OrderLog log,
      OrderMetrics metrics) {
    this.admission = admission;
    this.store = store;
    this.outbox = outbox;
    this.holds = holds;
    this.log = log;
    this.metrics = metrics;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    switch (request.getMethod() + " " + Request.getPathInContext(request)) {
      case "POST /orders" -> countOrder(request, response, callback);
      case "GET /ready" -> answerReadiness(response, callback);
      case "GET /metrics" -> answer(response, callback, HttpStatus.OK_200, metrics.scrape());
      default -> {
        return false;
      }
    }
    return true;
  }

  private void answerReadiness(Response response, Callback callback) {
    if (admission.ready().getAsBoolean()) {
      answer(response, callback, HttpStatus.OK_200, "ready\n");
    } else {
      answer(response, callback, HttpStatus.SERVICE_UNAVAILABLE_503, "ending\n");
    }
  }

  /** An order is in flight until its answer has been written. */
  private void countOrder(Request request, Response response, Callback callback)
      throws IOException {
    Runnable answered = admission.counter().get();
    try {
      takeOrder(request, response, Callback.from(callback, answered));
    } catch (IOException | RuntimeException | Error unanswered) {
      answered.run();
      throw unanswered;
    }
  }

  private void takeOrder(Request request, Response response, Callback callback) throws IOException {
    Timer.Sample sample = metrics.start();
    int status;
    String body;
    try {
      Order order = OrderJson.read(body(request));
      accept(order);
      metrics.accepted(sample);
      status = HttpStatus.CREATED_201;
      body = "{\"id\":\"" + order.id() + "\"}\n";
    } catch (IllegalArgumentException invalid) {
      status = HttpStatus.BAD_REQUEST_400;
      body = error(invalid);
    } catch (SQLIntegrityConstraintViolationException twice) {
      status = HttpStatus.CONFLICT_409;
      body = error(twice);
    } catch (SQLException
        | UncheckedIOException
        | IllegalStateException
        | InterruptedException failure) {
      LOG.error("an order failed", failure);
      metrics.failed();
      status = HttpStatus.INTERNAL_SERVER_ERROR_500;
      body = error(failure);
    }
    answer(response, callback, status, body);
  }

  private void accept(Order order) throws SQLException, InterruptedException {
    try (StockHolds.Hold hold = holds.take(order)) {
      payment.approve();
      store.insert(order);
      outbox.accept(order);
      log.accepted(order);
    }
  }

  private static String body(Request request) throws IOException {
    try (InputStream content = Content.Source.asInputStream(request)) {
      byte[] bytes = content.readNBytes(LARGEST_BODY + 1);
      if (bytes.length > LARGEST_BODY) {
        throw new IllegalArgumentException(
            "body: too large (expected: <= " + LARGEST_BODY + " bytes)");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private static String error(Exception failure) {
    return "{\"error\":\""
        + new String(
            JsonStringEncoder.getInstance().quoteAsString(String.valueOf(failure.getMessage())))
        + "\"}\n";
  }

  private void answer(Response response, Callback callback, int status, String text) {
    HttpFields.Mutable headers = response.getHeaders();
    headers.put(HttpHeader.CONTENT_TYPE, text.startsWith("{") ? "application/json" : "text/plain");
    if (!admission.ready().getAsBoolean()) {
      // Kept-alive connections leave by themselves, so that none is cut when the listener closes.
      headers.put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
    }
    response.setStatus(status);
    Content.Sink.write(response, true, text, callback);
  }
}
