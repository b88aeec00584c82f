package dev.lastcall.opentelemetry;

import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.ExitReport;
import dev.lastcall.api.Outcome;
import dev.lastcall.api.StackSample;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The exit as a tree of spans: the exit itself, below it a phase each, below those what ran in it.
 *
 * <p>The exit's own span ends last, so one that says what is going to happen is ended at once: of a
 * process that is killed in mid-exit that is what arrives. Thread-safe.
 */
final class ExitSpans {
  /** The scope that the cleanups of an exit belong to. */
  private static final String EXIT = "exit";

  private final Tracer tracer;
  private final StartingSpan starting;
  private final Map<String, Span> running = new ConcurrentHashMap<>();
  private final Set<String> interrupted = ConcurrentHashMap.newKeySet();
  private volatile Map<String, Long> depths = Map.of();
  private volatile Context exit = Context.root();
  private volatile Context phase = Context.root();

  ExitSpans(Tracer tracer, StartingSpan starting) {
    this.tracer = tracer;
    this.starting = starting;
  }

  void note(ExitEvent event) {
    if (event instanceof ExitEvent.CleanupBegan began) {
      begin(began);
    } else if (event instanceof ExitEvent.CleanupEnded ended) {
      end(ended);
    } else if (event instanceof ExitEvent.CleanupInterrupted late) {
      interrupted(late.name(), late.sample());
    } else if (event instanceof ExitEvent.TargetFlushed flushed) {
      flushed(flushed.name(), flushed.outcome());
    } else if (event instanceof ExitEvent.PhaseBegan began) {
      nextPhase(began.phase().name().toLowerCase(Locale.ROOT));
    } else if (event instanceof ExitEvent.ExitBegan began) {
      begin(began);
    } else if (event instanceof ExitEvent.ExitEnded ended) {
      end(ended.report());
    } else if (event instanceof ExitEvent.Ready ready) {
      PlanSpans.set(tracer.spanBuilder("lastcall ready").setNoParent().startSpan(), ready.plan())
          .end();
    }
  }

  private void begin(ExitEvent.ExitBegan began) {
    depths = PlanSpans.depths(began.plan());
    Span span = tracer.spanBuilder(EXIT).setNoParent().startSpan();
    span.setAttribute(Keys.DOOR, began.reason().door().name().toLowerCase(Locale.ROOT));
    span.setAttribute(Keys.REASON, began.reason().detail());
    SpanContext cause = Span.current().getSpanContext();
    if (cause.isValid()) {
      span.addLink(cause);
    }
    exit = Context.root().with(span);
    phase = exit;
    Span begun = tracer.spanBuilder("exit begun").setParent(exit).startSpan();
    begun.setAttribute(Keys.REASON, began.reason().detail());
    PlanSpans.set(begun, began.plan()).end();
  }

  private void end(ExitReport report) {
    endPhase();
    Span span = Span.fromContext(exit);
    span.setAttribute(Keys.CODE, (long) report.exitCode());
    long failed = outcomes(report).filter(outcome -> !outcome.isCompleted()).count();
    if (failed > 0) {
      span.setStatus(StatusCode.ERROR, failed + " did not complete");
    }
    span.end();
  }

  private static Stream<Outcome> outcomes(ExitReport report) {
    return Stream.concat(
        report.cleanups().stream().map(ExitReport.CleanupReport::outcome),
        report.flush().targets().stream().map(ExitReport.TargetReport::outcome));
  }

  private void nextPhase(String name) {
    endPhase();
    phase = exit.with(tracer.spanBuilder("exit " + name).setParent(exit).startSpan());
  }

  private void endPhase() {
    Context last = phase;
    if (last != exit) {
      Span.fromContext(last).end();
    }
    phase = exit;
  }

  private void begin(ExitEvent.CleanupBegan began) {
    Span span = cleanup(began.name());
    span.setAttribute(Keys.DEADLINE_MS, began.allotted().toMillis());
    span.setAttribute(Keys.THREAD, Thread.currentThread().getName());
    running.put(began.name(), span);
    starting.begins(span);
  }

  private Span cleanup(String name) {
    Span span = tracer.spanBuilder("cleanup " + name).setParent(phase).startSpan();
    span.setAttribute(Keys.NAME, name);
    span.setAttribute(Keys.SCOPE, EXIT);
    span.setAttribute(Keys.DEPTH, depths.getOrDefault(name, 1L));
    return span;
  }

  /**
   * Whoever heeds the interrupt at once may have ended before it is told: then its end tells. In
   * one step with looking for the span, which takes nothing more once it has ended.
   */
  private void interrupted(String name, StackSample sample) {
    running.computeIfPresent(
        name,
        (unused, span) ->
            interrupted.add(name)
                ? span.addEvent(
                    "interrupted",
                    Attributes.of(Keys.PLACE, sample.place(), Keys.THREAD, sample.thread()))
                : span);
  }

  /** A skipped one never began. */
  private void end(ExitEvent.CleanupEnded ended) {
    starting.ended();
    SpanOutcome.sample(ended.outcome()).ifPresent(sample -> interrupted(ended.name(), sample));
    Span begun = running.remove(ended.name());
    Span span = begun == null ? cleanup(ended.name()) : begun;
    SpanOutcome.set(span, ended.outcome());
    span.end();
  }

  private void flushed(String name, Outcome outcome) {
    Instant end = Instant.now();
    Span span =
        tracer
            .spanBuilder("flush " + name)
            .setParent(phase)
            .setStartTimestamp(end.minus(outcome.elapsed()))
            .startSpan();
    span.setAttribute(Keys.NAME, name);
    SpanOutcome.set(span, outcome);
    span.end(end);
  }
}
