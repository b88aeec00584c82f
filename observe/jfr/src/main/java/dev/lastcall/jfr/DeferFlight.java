package dev.lastcall.jfr;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.DeferEvent;
import dev.lastcall.api.DeferListener;
import java.util.ArrayDeque;
import java.util.Deque;
import jdk.jfr.Event;
import jdk.jfr.EventType;
import org.jspecify.annotations.Nullable;

/**
 * Scopes and actions of normal running as flight recorder events.
 *
 * <p>A thread keeps what it has begun on a stack of its own. Thread-safe.
 */
final class DeferFlight implements DeferListener {
  /** Scopes that are never closed would pile up; the oldest go. */
  private static final int DEEPEST = 256;

  private final EventType scopes = EventType.getEventType(JfrScope.class);
  private final EventType cleanups = EventType.getEventType(JfrCleanup.class);
  private final ThreadLocal<Deque<Open>> open = ThreadLocal.withInitial(ArrayDeque::new);

  /** An event that has begun. */
  private record Open(long id, Event event) {}

  @Override
  public void onEvent(DeferEvent event) {
    if (event instanceof DeferEvent.ScopeOpened opened) {
      if (scopes.isEnabled()) {
        begin(opened.id(), new JfrScope());
      }
    } else if (event instanceof DeferEvent.ScopeClosed closed) {
      if (scopes.isEnabled() && end(closed.id()) instanceof JfrScope scope) {
        commit(scope, closed);
      }
    } else if (event instanceof DeferEvent.ActionBegan began) {
      if (cleanups.isEnabled()) {
        begin(began);
      }
    } else if (event instanceof DeferEvent.ActionEnded ended
        && cleanups.isEnabled()
        && end(ended.id()) instanceof JfrCleanup cleanup) {
      commit(cleanup, ended);
    }
  }

  private void begin(DeferEvent.ActionBegan began) {
    JfrCleanup cleanup = new JfrCleanup();
    cleanup.allotted = began.allotted().map(Deadline::nanosOf).orElse(0L);
    begin(began.id(), cleanup);
  }

  private void begin(long id, Event event) {
    Deque<Open> stack = open.get();
    if (stack.size() == DEEPEST) {
      stack.pollLast();
    }
    stack.push(new Open(id, event));
    event.begin();
  }

  /** Takes an event off the stack, with those above it, which were never ended. */
  private @Nullable Event end(long id) {
    Deque<Open> stack = open.get();
    if (stack.stream().noneMatch(begun -> begun.id() == id)) {
      return null;
    }
    Open top = stack.pop();
    while (top.id() != id) {
      top = stack.pop();
    }
    return top.event();
  }

  private static void commit(JfrScope scope, DeferEvent.ScopeClosed closed) {
    scope.end();
    if (scope.shouldCommit()) {
      scope.name = closed.scope();
      scope.depth = closed.depth();
      scope.cleanups = closed.actions();
      scope.outcome = closed.outcome().word();
      scope.cleanupTime = closed.outcome().elapsed().toNanos();
      scope.failure = OutcomeText.failure(closed.outcome());
      scope.commit();
    }
  }

  private static void commit(JfrCleanup cleanup, DeferEvent.ActionEnded ended) {
    cleanup.end();
    if (cleanup.shouldCommit()) {
      cleanup.name = ended.name();
      cleanup.scope = ended.scope();
      cleanup.depth = ended.depth();
      cleanup.outcome = ended.outcome().word();
      cleanup.failure = OutcomeText.failure(ended.outcome());
      cleanup.place = OutcomeText.place(ended.outcome());
      cleanup.worker = Thread.currentThread().getName();
      cleanup.commit();
    }
  }
}
