package dev.lastcall.runtime;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.ExitListener;
import dev.lastcall.api.ExitReport;
import dev.lastcall.api.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells the recorders of an event at once, and delivers it to the listeners, in order, on one
 * thread that was started long before.
 *
 * <p>Offering waits for the recorders and for nothing else; a listener that blocks holds up the
 * listeners, not the exit. Thread-safe.
 */
final class EventQueue implements Runnable {
  private static final long STEP_NANOS = 500_000;

  private final List<ExitListener> recorders;
  private final List<ExitListener> listeners;
  private final Consumer<Finding> findings;
  private final ConcurrentLinkedQueue<ExitEvent> events = new ConcurrentLinkedQueue<>();
  private final AtomicLong offered = new AtomicLong();
  private final AtomicLong delivered = new AtomicLong();
  private final Set<ExitListener> failed =
      Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
  private volatile @Nullable Thread thread;
  private volatile boolean stopped;

  EventQueue(
      List<ExitListener> recorders, List<ExitListener> listeners, Consumer<Finding> findings) {
    this.recorders = List.copyOf(recorders);
    this.listeners = List.copyOf(listeners);
    this.findings = findings;
  }

  /** A listener that waits for the report. */
  static ExitListener reportsTo(Consumer<ExitReport> receiver) {
    return event -> {
      if (event instanceof ExitEvent.ExitEnded ended) {
        receiver.accept(ended.report());
      }
    };
  }

  void offer(ExitEvent event) {
    record(event);
    queue(event);
  }

  /** Tells the recorders alone. */
  void record(ExitEvent event) {
    tell(recorders, event);
  }

  /** Leaves an event for the listeners alone. */
  void queue(ExitEvent event) {
    if (!listeners.isEmpty()) {
      offered.incrementAndGet();
      events.add(event);
      LockSupport.unpark(thread);
    }
  }

  /** Waits until everything offered so far is delivered; false if the deadline came first. */
  boolean awaitDelivery(Deadline deadline) {
    long until = offered.get();
    while (delivered.get() < until) {
      if (deadline.isExpired()) {
        return false;
      }
      LockSupport.parkNanos(this, Math.min(STEP_NANOS, deadline.remainingNanos()));
    }
    return true;
  }

  /** What recorders and listeners say of themselves; nothing of those that throw. */
  List<Finding> findings() {
    List<Finding> said = new ArrayList<>();
    for (List<ExitListener> asked : List.of(recorders, listeners)) {
      for (ExitListener listener : asked) {
        try {
          said.addAll(listener.findings());
        } catch (Throwable failure) {
          noteOnce(listener, failure);
        }
      }
    }
    return said;
  }

  /** Ends the thread once it has delivered what was offered. */
  void stop() {
    stopped = true;
    LockSupport.unpark(thread);
  }

  @Override
  public void run() {
    thread = Thread.currentThread();
    while (true) {
      ExitEvent event = events.poll();
      if (event != null) {
        tell(listeners, event);
        delivered.incrementAndGet();
      } else if (stopped) {
        return;
      } else {
        LockSupport.park(this);
      }
    }
  }

  private void tell(List<ExitListener> told, ExitEvent event) {
    for (ExitListener listener : told) {
      try {
        listener.onEvent(event);
      } catch (Throwable failure) {
        noteOnce(listener, failure);
      }
    }
  }

  /** One finding a listener: who throws at every event would fill the report. */
  private void noteOnce(ExitListener listener, Throwable failure) {
    try {
      if (!failed.add(listener)) {
        return;
      }
      findings.accept(
          new Finding(
              "listener-failed",
              Finding.Severity.WARNING,
              listener.getClass().getName() + " threw " + failure,
              "an exit listener must not throw; it missed nothing, the exit went on"));
    } catch (Throwable noMemory) {
      // The listeners behind this one are worth more than the finding.
    }
  }
}
