package dev.lastcall.opentelemetry;

import static dev.lastcall.api.CleanupSpec.named;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import dev.lastcall.api.Registration;
import dev.lastcall.defer.DeferScope;
import dev.lastcall.runtime.Lastcall;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A program with the autoconfigured SDK, whose own shutdown hook is in place. With {@code hang} as
 * its argument its last cleanup never ends; with {@code request} it asks for its exit itself.
 */
@SuppressWarnings("SystemOut")
final class TracedProgram {
  private TracedProgram() {}

  /** Runs until it is signalled. */
  public static void main(String[] arguments) throws InterruptedException {
    OpenTelemetrySdk sdk = AutoConfiguredOpenTelemetrySdk.initialize().getOpenTelemetrySdk();
    ExitTracing tracing = ExitTracing.with(sdk).start();
    TelemetryFlush flush = tracing.flushing(TelemetryFlush.sdk(sdk));
    Lastcall lastcall =
        Lastcall.builder()
            .gracePeriod(ofSeconds(30))
            .recorder(tracing)
            .traceContext(tracing)
            .listener(flush)
            .install();
    lastcall.flushLast("telemetry", flush);
    Span start = sdk.getTracer("application").spanBuilder("start").startSpan();
    try (Scope current = start.makeCurrent()) {
      register(lastcall, List.of(arguments).contains("hang"));
    } finally {
      start.end();
    }
    lastcall.ready();
    say("ready");
    if (List.of(arguments).contains("request")) {
      Span request = sdk.getTracer("application").spanBuilder("POST /stop").startSpan();
      try (Scope current = request.makeCurrent()) {
        lastcall.exit(0);
      } finally {
        request.end();
      }
    }
    lastcall.awaitExit();
  }

  private static void register(Lastcall lastcall, boolean hangs) {
    Registration http =
        lastcall.defer(
            named("http").within(ofSeconds(5)),
            () -> say("trace " + Span.current().getSpanContext().getTraceId()));
    lastcall.defer(
        named("cache").within(ofSeconds(5)).after(http),
        () -> {
          throw new IllegalStateException("cache is gone");
        });
    lastcall.defer(named("queue").within(ofMillis(200)).after(http), () -> Thread.sleep(60_000));
    lastcall.defer(
        named("db").within(ofSeconds(20)).after(http),
        () -> {
          try (DeferScope scope = DeferScope.open("pool")) {
            scope.defer("give-back", () -> {});
          }
          if (hangs) {
            say("hangs");
            new CountDownLatch(1).await();
          }
        });
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
