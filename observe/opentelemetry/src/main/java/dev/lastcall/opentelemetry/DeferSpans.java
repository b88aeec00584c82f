package dev.lastcall.opentelemetry;

import dev.lastcall.api.DeferEvent;
import dev.lastcall.api.DeferListener;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Named scopes and bounded calls of normal running as spans, each current on its thread while it
 * lasts.
 *
 * <p>A thread keeps what it has begun on a stack of its own. Thread-safe.
 */
final class DeferSpans implements DeferListener {
  /** Scopes that are never closed would pile up; the oldest go. */
  private static final int DEEPEST = 256;

  private static final String NEVER_CLOSED = "never closed";

  private final Tracer tracer;
  private final ThreadLocal<Deque<Open>> open = ThreadLocal.withInitial(ArrayDeque::new);

  DeferSpans(Tracer tracer) {
    this.tracer = tracer;
  }

  /** A span that has begun. */
  private record Open(long id, Span span, Scope scope) {}

  @Override
  public void onEvent(DeferEvent event) {
    if (event instanceof DeferEvent.ScopeOpened opened) {
      unwindTo(opened.parentId());
      begin("scope " + opened.scope(), opened);
    } else if (event instanceof DeferEvent.ScopeClosed closed) {
      Span span = end(closed.id());
      if (span != null) {
        span.setAttribute(Keys.ACTIONS, (long) closed.actions());
        SpanOutcome.setWithoutException(span, closed.outcome());
        span.end();
      }
    } else if (event instanceof DeferEvent.ActionBegan began) {
      unwindTo(began.parentId());
      Span span = begin("cleanup " + began.name(), began);
      span.setAttribute(Keys.NAME, began.name());
      began
          .allotted()
          .ifPresent(allotted -> span.setAttribute(Keys.DEADLINE_MS, allotted.toMillis()));
    } else if (event instanceof DeferEvent.ActionEnded ended) {
      Span span = end(ended.id());
      if (span != null) {
        SpanOutcome.set(span, ended.outcome());
        span.end();
      }
    }
  }

  @SuppressWarnings("MustBeClosedChecker") // closed at the event of the end
  private Span begin(String name, DeferEvent event) {
    Span span = tracer.spanBuilder(name).startSpan();
    if (!event.scope().isEmpty()) {
      span.setAttribute(Keys.SCOPE, event.scope());
    }
    span.setAttribute(Keys.DEPTH, (long) event.depth());
    Deque<Open> stack = open.get();
    if (stack.size() == DEEPEST) {
      neverClosed(stack.removeLast());
    }
    stack.push(new Open(event.id(), span, span.makeCurrent()));
    return span;
  }

  /** Takes a span off the stack; null if it is not there. */
  private @Nullable Span end(long id) {
    if (!unwindTo(id)) {
      return null;
    }
    Open begun = open.get().pop();
    begun.scope().close();
    return begun.span();
  }

  /** Ends what lies above a span, which was never closed; false if the span is not there. */
  private boolean unwindTo(long id) {
    Deque<Open> stack = open.get();
    if (stack.stream().noneMatch(begun -> begun.id() == id)) {
      return false;
    }
    while (stack.element().id() != id) {
      neverClosed(stack.pop());
    }
    return true;
  }

  private static void neverClosed(Open begun) {
    begun.scope().close();
    begun.span().setAttribute(Keys.OUTCOME, NEVER_CLOSED).setStatus(StatusCode.ERROR, NEVER_CLOSED);
    begun.span().end();
  }
}
