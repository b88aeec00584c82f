package dev.lastcall.opentelemetry;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastcall.api.Deadline;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TelemetryFlushTest {
  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final OpenTelemetrySdk sdk =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                  .build())
          .build();
  private final ExitTracing tracing = ExitTracing.with(sdk).start();

  @AfterEach
  void close() {
    tracing.close();
    sdk.close();
  }

  @Test
  void sendsWhatAnSdkHasBuffered() throws Exception {
    sdk.getTracer("test").spanBuilder("buffered").startSpan().end();
    assertThat(exporter.getFinishedSpanItems()).isEmpty();
    tracing.flushing(TelemetryFlush.sdk(sdk)).flush(Deadline.after(ofSeconds(10)));
    assertThat(exporter.getFinishedSpanItems()).extracting("name").containsExactly("buffered");
  }

  @Test
  void itsRehearsalSendsOneSpanHoweverOftenItIsRun() throws Exception {
    TelemetryFlush flush = tracing.flushing(TelemetryFlush.sdk(sdk));
    flush.rehearse(Deadline.after(ofSeconds(10)));
    flush.rehearse(Deadline.after(ofSeconds(10)));
    assertThat(exporter.getFinishedSpanItems())
        .extracting("name")
        .containsExactly("lastcall rehearsal");
  }

  @Test
  void refusesWhatHidesItsSdk() {
    assertThatThrownBy(() -> TelemetryFlush.sdk(OpenTelemetry.noop()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("sdk: ")
        .hasMessageEndingWith("(expected: io.opentelemetry.sdk.OpenTelemetrySdk)");
  }

  @Test
  void handsItsDeadlineDownAndSaysThatItWasMissed() {
    AtomicLong handed = new AtomicLong();
    TelemetryFlush flush =
        tracing.flushing(
            (timeout, unit) -> {
              handed.set(unit.toNanos(timeout));
              return false;
            });
    assertThatThrownBy(() -> flush.flush(Deadline.after(ofSeconds(7))))
        .isInstanceOf(TimeoutException.class);
    assertThat(handed.get()).isBetween(1L, TimeUnit.SECONDS.toNanos(7));
    assertThatThrownBy(() -> flush.rehearse(Deadline.after(ofSeconds(7))))
        .isInstanceOf(TimeoutException.class);
    assertThat(handed.get()).isLessThanOrEqualTo(TimeUnit.SECONDS.toNanos(3));
  }
}
