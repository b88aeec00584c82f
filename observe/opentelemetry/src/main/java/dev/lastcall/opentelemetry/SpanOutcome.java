package dev.lastcall.opentelemetry;

import dev.lastcall.api.Outcome;
import dev.lastcall.api.StackSample;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Writes an outcome into a span. Stateless and thread-safe. */
final class SpanOutcome {
  private SpanOutcome() {}

  /** Sets outcome, status, type of error and exception. */
  static void set(Span span, Outcome outcome) {
    set(span, outcome, Span::recordException);
  }

  /** The same, for a span whose exception is an event of a span below it. */
  static void setWithoutException(Span span, Outcome outcome) {
    set(span, outcome, (ignored, thrown) -> {});
  }

  private static void set(Span span, Outcome outcome, BiConsumer<Span, Throwable> exception) {
    span.setAttribute(Keys.OUTCOME, outcome.word());
    if (outcome instanceof Outcome.Failed failed) {
      String type = failed.cause().getClass().getName();
      span.setAttribute(Keys.ERROR_TYPE, type);
      span.setStatus(StatusCode.ERROR, type);
      exception.accept(span, failed.cause());
    } else if (outcome instanceof Outcome.TimedOut late) {
      late(span, outcome, late.sample().place());
    } else if (outcome instanceof Outcome.Abandoned left) {
      late(span, outcome, left.sample().place());
    } else if (outcome instanceof Outcome.Skipped skipped) {
      span.setAttribute(Keys.ERROR_TYPE, outcome.word());
      span.setStatus(StatusCode.ERROR, skipped.why());
    }
  }

  private static void late(Span span, Outcome outcome, String place) {
    span.setAttribute(Keys.ERROR_TYPE, outcome.word());
    span.setAttribute(Keys.PLACE, place);
    span.setStatus(StatusCode.ERROR, outcome.word() + " at " + place);
  }

  /** What it was doing when its time was up, empty if it was in time. */
  static Optional<StackSample> sample(Outcome outcome) {
    if (outcome instanceof Outcome.TimedOut late) {
      return Optional.of(late.sample());
    }
    return outcome instanceof Outcome.Abandoned left
        ? Optional.of(left.sample())
        : Optional.empty();
  }
}
