package dev.lastcall.opentelemetry;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.ExitListener;
import dev.lastcall.api.FlushTarget;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sends what the telemetry has buffered while the exit can still wait for it.
 *
 * <p>The SDK would send it in a shutdown hook of its own, beside all others, and drops what ends
 * later. As a flush target this sends the spans of all cleanups, and as a listener the last ones,
 * when the exit has ended. A collector that hangs costs what the reserve allows, and 900 ms more at
 * the end. Thread-safe.
 */
public final class TelemetryFlush implements FlushTarget, ExitListener {
  /** Less than a listener is waited for. */
  private static final Duration LAST = Duration.ofMillis(900);

  /** A collector that is away must not hold up the start. */
  private static final Duration REHEARSAL = Duration.ofSeconds(3);

  private final Tracer tracer;
  private final TelemetrySending flush;
  private final AtomicBoolean rehearsed = new AtomicBoolean();

  TelemetryFlush(Tracer tracer, TelemetrySending flush) {
    this.tracer = tracer;
    this.flush = flush;
  }

  /**
   * Returns the sending of an OpenTelemetry SDK: its spans, metrics and logs, side by side. At the
   * end of the exit the SDK is shut down, so that its own hook finds nothing to do or to wait for.
   *
   * @param sdk an {@code OpenTelemetrySdk}; looked at by name, so that its version does not matter
   * @return the sending
   * @throws IllegalArgumentException if it is something else, such as the global one, which hides
   *     its SDK
   */
  public static TelemetrySending sdk(OpenTelemetry sdk) {
    return SdkSending.of(Arguments.given("sdk", sdk));
  }

  @Override
  public void flush(Deadline deadline) throws Exception {
    require(flush.flush(deadline.remainingNanos(), TimeUnit.NANOSECONDS));
  }

  private static void require(boolean sent) throws TimeoutException {
    if (!sent) {
      throw new TimeoutException("telemetry: not sent, or not in time");
    }
  }

  /** Sends a span the first time, so that connection and classes are there. */
  @Override
  public void rehearse(Deadline deadline) throws Exception {
    if (rehearsed.compareAndSet(false, true)) {
      tracer.spanBuilder("lastcall rehearsal").setNoParent().startSpan().end();
    }
    flush(deadline.within(REHEARSAL));
  }

  @Override
  public void onEvent(ExitEvent event) {
    if (event instanceof ExitEvent.ExitEnded) {
      try {
        require(flush.end(LAST.toNanos(), TimeUnit.NANOSECONDS));
      } catch (RuntimeException unchecked) {
        throw unchecked;
      } catch (Exception failure) {
        throw new IllegalStateException("the last spans of the exit were not sent", failure);
      }
    }
  }
}
