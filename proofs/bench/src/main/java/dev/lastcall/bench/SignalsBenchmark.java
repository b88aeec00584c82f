package dev.lastcall.bench;

import dev.lastcall.defer.DeferListeners;
import dev.lastcall.defer.DeferScope;
import dev.lastcall.jfr.FlightEvents;
import dev.lastcall.opentelemetry.ExitTracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A scope with one cleanup and what it costs that somebody may look: without a name, with a name
 * and nobody who listens, and with each of those who listen. One scope is four events.
 *
 * <p>{@code proofs/bench/bench SignalsBenchmark}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Against("unnamed")
@SuppressWarnings("try") // they are only opened and closed
public class SignalsBenchmark {
  private final Resource resource = new Resource();

  @Benchmark
  public int unnamed() {
    try (DeferScope scope = DeferScope.open()) {
      return scope.closing(resource.take()).use();
    }
  }

  @Benchmark
  public int named() {
    try (DeferScope scope = DeferScope.open("transfer")) {
      return scope.closing(resource.take()).use();
    }
  }

  @Benchmark
  public int listenerThatDoesNothing(DoesNothing listener) {
    return named();
  }

  @Benchmark
  public int flightEventsDisabled(Flight flight) {
    return named();
  }

  @Benchmark
  public int flightEventsEnabled(RecordedFlight flight) {
    return named();
  }

  /** What people write who want those spans: the peer of the next. */
  @Benchmark
  public int spansByHand(Sdk sdk) {
    Span scope = sdk.tracer.spanBuilder("scope transfer").startSpan();
    scope.setAttribute("defer.scope", "transfer");
    try (io.opentelemetry.context.Scope current = scope.makeCurrent()) {
      int used = resource.take().use();
      closeByHand(sdk.tracer);
      return used;
    } finally {
      scope.end();
    }
  }

  private void closeByHand(Tracer tracer) {
    Span cleanup = tracer.spanBuilder("cleanup close:Resource").startSpan();
    cleanup.setAttribute("defer.scope", "transfer");
    try (io.opentelemetry.context.Scope current = cleanup.makeCurrent()) {
      resource.close();
    } finally {
      cleanup.end();
    }
  }

  @Benchmark
  public int spans(Spans spans) {
    return named();
  }

  /** Somebody listens and does nothing. */
  @State(Scope.Benchmark)
  public static class DoesNothing {
    private final DeferListeners.Listening listening = DeferListeners.add(event -> {});

    @TearDown
    public void stop() {
      listening.close();
    }
  }

  /** There are flight recorder events, and no recording. */
  @State(Scope.Benchmark)
  public static class Flight {
    private final FlightEvents events = FlightEvents.start();

    @TearDown
    public void stop() {
      events.close();
    }
  }

  /** There is a recording. */
  @State(Scope.Benchmark)
  public static class RecordedFlight extends Flight {
    private final Recording recording = new Recording();

    @Setup
    public void record() {
      recording.enable("dev.lastcall.Scope");
      recording.enable("dev.lastcall.Cleanup");
      recording.setMaxSize(64 << 20);
      recording.start();
    }

    @TearDown
    public void stopRecording() {
      recording.close();
    }
  }

  /** An SDK that throws its spans away when they have ended. */
  @State(Scope.Benchmark)
  public static class Sdk {
    final OpenTelemetrySdk sdk =
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(new Nowhere()))
                    .build())
            .build();
    final Tracer tracer = sdk.getTracer("bench");
  }

  /** There are spans, of that SDK. */
  @State(Scope.Benchmark)
  public static class Spans extends Sdk {
    private final ExitTracing tracing = ExitTracing.with(sdk).start();

    @TearDown
    public void stop() {
      tracing.close();
    }
  }

  private static final class Nowhere implements SpanExporter {
    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }
}
