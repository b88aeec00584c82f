package dev.lastcall.opentelemetry;

import static dev.lastcall.api.CleanupSpec.named;
import static java.time.Duration.ofSeconds;

import dev.lastcall.defer.DeferScope;
import dev.lastcall.runtime.Lastcall;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;

/** The program of {@code docs/tracing.md}. */
@SuppressWarnings("SystemOut")
final class TracingExample {
  private TracingExample() {}

  /** Runs until it is signalled. */
  public static void main(String[] arguments) throws InterruptedException {
    // begin install
    OpenTelemetrySdk sdk = AutoConfiguredOpenTelemetrySdk.initialize().getOpenTelemetrySdk();
    ExitTracing tracing = ExitTracing.with(sdk).start();
    TelemetryFlush flush = tracing.flushing(TelemetryFlush.sdk(sdk));
    Lastcall lastcall =
        Lastcall.builder().recorder(tracing).traceContext(tracing).listener(flush).install();
    lastcall.flushLast("telemetry", flush);

    lastcall.defer(named("db").within(ofSeconds(3)), () -> System.out.println("pool closed"));
    lastcall.ready();
    try (DeferScope scope = DeferScope.open("transfer")) {
      scope.defer("audit", () -> System.out.println("audited"));
    }
    // end install
    lastcall.awaitExit();
  }
}
