package dev.lastcall.defer;

import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.DeferEvent;
import dev.lastcall.api.Outcome;
import dev.lastcall.api.StackSample;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One action that listeners are told of. Nothing that goes wrong with the telling reaches the
 * action. Confined to its thread.
 */
final class ObservedAction {
  private final Observers observers;
  private final Object[] nesting;
  private final String name;
  private final long parentId;
  private final long beganNanos;
  private final long id;

  private ObservedAction(Observers observers, Object[] nesting, String name, long atNanos) {
    this.observers = observers;
    this.nesting = nesting;
    this.name = name;
    this.parentId = Nesting.current(nesting);
    this.beganNanos = atNanos;
    this.id = Nesting.nextId(nesting);
  }

  /**
   * Tells that an action begins.
   *
   * @param allotted what it may take, null for any time
   * @param atNanos the reading of the clock
   * @return what its end is told to; null if nobody can be told
   */
  static @Nullable ObservedAction begin(
      Observers observers,
      Object[] nesting,
      String name,
      @Nullable Duration allotted,
      long atNanos) {
    try {
      if (Nesting.isTelling(nesting)) {
        return null;
      }
      ObservedAction action = new ObservedAction(observers, nesting, name, atNanos);
      action.tellBegin(Optional.ofNullable(allotted));
      return action;
    } catch (Throwable noRoom) {
      return null;
    }
  }

  /** Tells that a bounded call of the caller's begins; null if nobody can be told. */
  static @Nullable ObservedAction begin(Observers observers, String name, Duration timeout) {
    try {
      String called = ObservedName.of(name);
      return begin(observers, Nesting.ofThisThread(), called, timeout, Observers.now());
    } catch (Throwable noRoom) {
      return null;
    }
  }

  /** Runs a cleanup, and tells all of it. */
  static Outcome run(Observers observers, CleanupSpec spec, Supplier<Outcome> run) {
    ObservedAction observed = begin(observers, spec.name(), spec.timeout());
    Outcome outcome = Outcomes.UNKNOWN;
    try {
      outcome = run.get();
      return outcome;
    } finally {
      if (observed != null) {
        observed.end(outcome, Observers.now());
      }
    }
  }

  private void tellBegin(Optional<Duration> allotted) {
    observers.tell(
        nesting,
        new DeferEvent.ActionBegan(
            id,
            beganNanos,
            Nesting.scope(nesting),
            Nesting.depth(nesting),
            parentId,
            name,
            allotted));
    Nesting.current(nesting, id);
  }

  /**
   * Tells that the action has ended.
   *
   * @param thrown what it threw, null if nothing
   * @param late where it was when it was interrupted, null if it was in time
   * @param allottedNanos what it had been given
   * @return how it ended
   */
  Outcome end(
      @Nullable Throwable thrown, @Nullable StackSample late, long allottedNanos, long atNanos) {
    Outcome outcome = outcome(thrown, late, allottedNanos, atNanos - beganNanos);
    end(outcome, atNanos);
    return outcome;
  }

  private static Outcome outcome(
      @Nullable Throwable thrown, @Nullable StackSample late, long allottedNanos, long elapsed) {
    if (late != null) {
      return Outcomes.timedOut(elapsed, allottedNanos, late);
    }
    return thrown == null
        ? Outcomes.completed(elapsed)
        : Outcomes.failed(elapsed, ScopeFailures.original(thrown));
  }

  /** Tells how the action ended. */
  void end(Outcome outcome, long atNanos) {
    Nesting.current(nesting, parentId);
    try {
      observers.tell(
          nesting,
          new DeferEvent.ActionEnded(
              id, atNanos, Nesting.scope(nesting), Nesting.depth(nesting), name, outcome));
    } catch (Throwable noRoom) {
      // The cleanups that are still to be run matter more.
    }
  }
}
