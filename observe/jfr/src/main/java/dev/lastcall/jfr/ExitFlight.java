package dev.lastcall.jfr;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.StackSample;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import jdk.jfr.EventType;
import org.jspecify.annotations.Nullable;

/**
 * What happens during the exit as flight recorder events, made on the threads on which it happens.
 *
 * <p>Thread-safe.
 */
final class ExitFlight {
  private final EventType cleanups = EventType.getEventType(JfrCleanup.class);
  private final EventType flushes = EventType.getEventType(JfrFlush.class);
  private final EventType interrupts = EventType.getEventType(JfrInterrupt.class);
  private final Map<String, JfrCleanup> running = new ConcurrentHashMap<>();
  private final Set<String> interrupted = ConcurrentHashMap.newKeySet();
  private final AtomicReference<@Nullable JfrExit> exit = new AtomicReference<>();
  private final AtomicReference<@Nullable JfrPhase> phase = new AtomicReference<>();

  void note(ExitEvent event) {
    if (event instanceof ExitEvent.CleanupBegan began) {
      begin(began);
    } else if (event instanceof ExitEvent.CleanupEnded ended) {
      end(ended);
    } else if (event instanceof ExitEvent.CleanupInterrupted late) {
      interrupted(late.name(), late.sample());
    } else if (event instanceof ExitEvent.TargetFlushed flushed) {
      flushed(flushed);
    } else if (event instanceof ExitEvent.PhaseBegan began) {
      begin(began.phase().name().toLowerCase(Locale.ROOT));
    } else if (event instanceof ExitEvent.ExitBegan began) {
      begin(began);
    } else if (event instanceof ExitEvent.ExitEnded ended) {
      end(ended);
    }
  }

  private void begin(ExitEvent.ExitBegan began) {
    JfrExit begun = new JfrExit();
    begun.door = began.reason().door().name().toLowerCase(Locale.ROOT);
    begun.reason = began.reason().detail();
    begun.cleanups = began.plan().nodes().size();
    begun.begin();
    exit.set(begun);
  }

  private void end(ExitEvent.ExitEnded ended) {
    endPhase(null);
    JfrExit begun = exit.getAndSet(null);
    if (begun != null) {
      begun.exitCode = ended.report().exitCode();
      begun.commit();
    }
  }

  private void begin(String name) {
    JfrPhase begun = new JfrPhase();
    begun.name = name;
    begun.begin();
    endPhase(begun);
  }

  private void endPhase(@Nullable JfrPhase next) {
    JfrPhase last = phase.getAndSet(next);
    if (last != null) {
      last.commit();
    }
  }

  private void begin(ExitEvent.CleanupBegan began) {
    if (cleanups.isEnabled()) {
      JfrCleanup cleanup = new JfrCleanup();
      cleanup.allotted = Deadline.nanosOf(began.allotted());
      cleanup.traceId = began.traceId();
      cleanup.worker = Thread.currentThread().getName();
      running.put(began.name(), cleanup);
      cleanup.begin();
    }
  }

  private void end(ExitEvent.CleanupEnded ended) {
    OutcomeText.sample(ended.outcome()).ifPresent(sample -> interrupted(ended.name(), sample));
    JfrCleanup begun = running.remove(ended.name());
    JfrCleanup cleanup = begun == null ? new JfrCleanup() : begun; // a skipped one never began
    cleanup.end();
    if (cleanup.shouldCommit()) {
      cleanup.name = ended.name();
      cleanup.duringExit = true;
      cleanup.outcome = ended.outcome().word();
      cleanup.failure = OutcomeText.failure(ended.outcome());
      cleanup.place = OutcomeText.place(ended.outcome());
      cleanup.commit();
    }
  }

  /** Whoever heeds the interrupt at once may have ended before it is told: then its end tells. */
  private void interrupted(String name, StackSample sample) {
    if (interrupts.isEnabled() && interrupted.add(name)) {
      JfrInterrupt interrupt = new JfrInterrupt();
      interrupt.cleanup = name;
      interrupt.worker = sample.thread();
      interrupt.place = sample.place();
      interrupt.waitedFor = sample.lock();
      interrupt.heldBy = sample.lockOwner();
      interrupt.commit();
    }
  }

  private void flushed(ExitEvent.TargetFlushed flushed) {
    if (flushes.isEnabled()) {
      JfrFlush flush = new JfrFlush();
      flush.target = flushed.name();
      flush.outcome = flushed.outcome().word();
      flush.elapsed = flushed.outcome().elapsed().toNanos();
      flush.failure = OutcomeText.failure(flushed.outcome());
      flush.commit();
    }
  }
}
