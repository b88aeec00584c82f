package dev.lastcall.opentelemetry;

import dev.lastcall.api.TraceContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Brings a cleanup's span and the context of its registering code together.
 *
 * <p>A recorder is told that a cleanup begins on the thread that then restores its context, so the
 * span waits there for a moment. Each thread has its own.
 */
final class StartingSpan {
  private final ThreadLocal<@Nullable Span> starting = new ThreadLocal<>();

  /** Keeps a span until the thread restores a context. */
  void begins(Span span) {
    starting.set(span);
  }

  /** Lets go of what nobody restored a context for. */
  void ended() {
    starting.remove();
  }

  /** Captures the caller's context. */
  TraceContext.Captured capture() {
    return new Registered(Context.current());
  }

  private @Nullable Span take() {
    Span span = starting.get();
    if (span != null) {
      starting.remove();
    }
    return span;
  }

  /** The context of the code that registered a cleanup. */
  private final class Registered implements TraceContext.Captured {
    private final Context context;
    private final SpanContext registering;

    Registered(Context context) {
      this.context = context;
      this.registering = Span.fromContext(context).getSpanContext();
    }

    @Override
    public String traceId() {
      return registering.isValid() ? registering.getTraceId() : "";
    }

    /** What the cleanup does is inside its own span; the registering one has ended long ago. */
    @Override
    @SuppressWarnings("MustBeClosedChecker") // by whoever restored
    public TraceContext.Restored restore() {
      Span span = take();
      if (span == null) {
        return closing(context.makeCurrent());
      }
      if (registering.isValid()) {
        span.addLink(registering);
      }
      return closing(context.with(span).makeCurrent());
    }

    private static TraceContext.Restored closing(Scope scope) {
      return scope::close;
    }
  }
}
