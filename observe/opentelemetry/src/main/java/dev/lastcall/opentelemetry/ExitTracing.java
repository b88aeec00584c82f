package dev.lastcall.opentelemetry;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.ExitListener;
import dev.lastcall.api.TraceContext;
import dev.lastcall.defer.DeferListeners;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerBuilder;
import io.opentelemetry.api.trace.TracerProvider;
import org.jspecify.annotations.Nullable;

/**
 * Makes OpenTelemetry spans of named scopes, their cleanups and the exit.
 *
 * <pre>{@code
 * ExitTracing tracing = ExitTracing.with(sdk).start();
 * TelemetryFlush flush = tracing.flushing(TelemetryFlush.sdk(sdk));
 * Lastcall lastcall =
 *     Lastcall.builder().recorder(tracing).traceContext(tracing).listener(flush).install();
 * lastcall.flushLast("telemetry", flush);
 * }</pre>
 *
 * <p>As a recorder it makes the spans of the exit; as a trace context it makes a cleanup's span the
 * current one while the cleanup runs, with a link to the span of the code that registered it. It
 * needs OpenTelemetry's API and no SDK. Thread-safe.
 */
public final class ExitTracing implements ExitListener, TraceContext, AutoCloseable {
  private static final String INSTRUMENTATION = "lastcall";

  private final StartingSpan starting = new StartingSpan();
  private final Tracer tracer;
  private final ExitSpans exit;
  private final DeferListeners.@Nullable Listening listening;

  private ExitTracing(Builder settings) {
    tracer = tracer(settings.openTelemetry);
    exit = new ExitSpans(tracer, starting);
    boolean isNoop = settings.openTelemetry.getTracerProvider() == TracerProvider.noop();
    listening = settings.scopes && !isNoop ? DeferListeners.add(new DeferSpans(tracer)) : null;
  }

  private static Tracer tracer(OpenTelemetry openTelemetry) {
    TracerBuilder builder = openTelemetry.getTracerProvider().tracerBuilder(INSTRUMENTATION);
    String version = ExitTracing.class.getPackage().getImplementationVersion();
    if (version != null) {
      builder.setInstrumentationVersion(version);
    }
    return builder.build();
  }

  /**
   * Begins to describe the tracing by an OpenTelemetry of the application's.
   *
   * @param openTelemetry where the spans go
   * @return the builder
   * @throws IllegalArgumentException if it is null
   */
  public static Builder with(OpenTelemetry openTelemetry) {
    return new Builder(Arguments.given("openTelemetry", openTelemetry));
  }

  /**
   * Begins to describe the tracing by the global OpenTelemetry, such as that of the Java agent; if
   * none has been set by now, no spans are made.
   *
   * @return the builder
   */
  public static Builder global() {
    return new Builder(GlobalOpenTelemetry.getOrNoop());
  }

  /**
   * Returns what makes the spans of an exit arrive, to be added both as a flush target and as a
   * listener. Its rehearsal sends a span {@code lastcall rehearsal}, so that the exporter is warm.
   *
   * @param flush how what is buffered is sent
   * @return the flush target
   * @throws IllegalArgumentException if it is null
   */
  public TelemetryFlush flushing(TelemetrySending flush) {
    return new TelemetryFlush(tracer, Arguments.given("flush", flush));
  }

  @Override
  public void onEvent(ExitEvent event) {
    exit.note(event);
  }

  @Override
  public TraceContext.Captured capture() {
    return starting.capture();
  }

  /** Makes no more spans of scopes and bounded calls. Closing again does nothing. */
  @Override
  public void close() {
    if (listening != null) {
      listening.close();
    }
  }

  /** Says what spans are made of. Not thread-safe; used once. */
  public static final class Builder {
    private final OpenTelemetry openTelemetry;
    private boolean scopes = true;

    private Builder(OpenTelemetry openTelemetry) {
      this.openTelemetry = openTelemetry;
    }

    /**
     * Makes no spans of named scopes and bounded calls, for services whose scopes are many; those
     * of the exit are made.
     *
     * @return this builder
     */
    public Builder withoutScopes() {
      scopes = false;
      return this;
    }

    /**
     * Begins to make spans of scopes and bounded calls.
     *
     * @return the tracing, to be added as recorder and trace context for the spans of the exit
     */
    public ExitTracing start() {
      return new ExitTracing(this);
    }
  }
}
