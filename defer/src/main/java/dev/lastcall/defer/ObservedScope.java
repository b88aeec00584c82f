package dev.lastcall.defer;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.DeferEvent;
import dev.lastcall.api.Outcome;
import dev.lastcall.api.StackSample;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A named scope that listeners are told of. All its entries lie in the overflow, so that a scope
 * without a name pays nothing for it. Confined to its thread.
 */
final class ObservedScope implements ScopeWatch {
  private final Observers observers;
  private final Object[] nesting;
  private final String name;
  private final @Nullable ScopeWatch leakWatch;
  private final String outerName;
  private final long outerId;
  private final int depth;
  private final long id;
  private final long openedNanos = Observers.now();

  /** When the last action ended: one reading of the clock ends it and begins the next. */
  private long nowNanos;

  private @Nullable Outcome decisive;

  private ObservedScope(
      Observers observers, Object[] nesting, String name, @Nullable ScopeWatch leakWatch) {
    this.observers = observers;
    this.nesting = nesting;
    this.name = name;
    this.leakWatch = leakWatch;
    this.outerName = Nesting.scope(nesting);
    this.outerId = Nesting.current(nesting);
    this.depth = Nesting.depth(nesting) + 1;
    this.id = Nesting.nextId(nesting);
  }

  /**
   * Observes a scope that the caller is opening, and tells of it.
   *
   * @param watch what watches the scope already
   * @return what watches it from now on; {@code watch} if there is no memory, or the caller is a
   *     listener
   */
  static @Nullable ScopeWatch open(Observers observers, String name, @Nullable ScopeWatch watch) {
    try {
      Object[] nesting = Nesting.ofThisThread();
      if (Nesting.isTelling(nesting)) {
        return watch;
      }
      ObservedScope scope = new ObservedScope(observers, nesting, ObservedName.of(name), watch);
      scope.tellOpened();
      return scope;
    } catch (Throwable noRoom) {
      return watch;
    }
  }

  private void tellOpened() {
    observers.tell(nesting, new DeferEvent.ScopeOpened(id, openedNanos, name, depth, outerId));
    Nesting.enter(nesting, name, depth, id);
    Observers.opened();
  }

  @Override
  public @Nullable Throwable close(
      Object @Nullable [] overflow, int count, @Nullable Duration bound) {
    if (leakWatch != null) {
      leakWatch.close(null, 0, null);
    }
    Nesting.enter(nesting, name, depth, id); // an inner scope may never have been closed
    long began = Observers.now();
    nowNanos = began;
    Throwable first = overflow == null ? null : drain(overflow, count, bound);
    Nesting.enter(nesting, outerName, depth - 1, outerId);
    tellClosed(Math.max(0, count), nowNanos - began);
    Observers.closed();
    return first;
  }

  private @Nullable Throwable drain(Object[] overflow, int count, @Nullable Duration bound) {
    long all = bound == null ? 0 : Deadline.nanosOf(bound);
    long began = nowNanos;
    Throwable first = null;
    for (int i = count - 1; i >= 0; i--) {
      long timeout = bound == null ? 0 : ScopeOverflow.timeout(all, nowNanos - began);
      Release<Object> action = ScopeOverflow.actionAt(i, overflow);
      Throwable thrown = run(action, ScopeOverflow.takeTarget(i, overflow), timeout);
      first = thrown == null ? first : ScopeFailures.add(first, thrown);
    }
    ScopeOverflow.giveBack(overflow);
    return first;
  }

  /** Runs an entry, without a bound if the timeout is 0; returns its failure. Never throws. */
  private @Nullable Throwable run(Release<Object> action, Object target, long timeoutNanos) {
    ObservedAction observed = begin(action, target, timeoutNanos);
    InlineSection section = timeoutNanos == 0 ? null : Bounded.enter(timeoutNanos);
    Throwable thrown = ScopeCalls.run(action, target, null);
    StackSample late = section == null ? null : section.exit();
    nowNanos = Observers.now();
    if (observed != null) {
      decide(observed.end(thrown, late, timeoutNanos, nowNanos));
    }
    return late == null ? thrown : Bounded.timedOut(timeoutNanos, late, thrown);
  }

  private @Nullable ObservedAction begin(Release<Object> action, Object target, long timeoutNanos) {
    try {
      Duration allotted = timeoutNanos == 0 ? null : Duration.ofNanos(timeoutNanos);
      String called = EntryNames.of(action, target);
      return ObservedAction.begin(observers, nesting, called, allotted, nowNanos);
    } catch (Throwable noRoom) {
      return null;
    }
  }

  private void decide(Outcome outcome) {
    if (decisive == null && !outcome.isCompleted()) {
      decisive = outcome;
    }
  }

  private void tellClosed(int actions, long closingNanos) {
    try {
      observers.tell(
          nesting,
          new DeferEvent.ScopeClosed(
              id,
              nowNanos,
              name,
              depth,
              Duration.ofNanos(nowNanos - openedNanos),
              actions,
              outcome(closingNanos)));
    } catch (Throwable noRoom) {
      // What the scope failed with matters more.
    }
  }

  /** That of the first action that did not complete, but with the time that all took. */
  private Outcome outcome(long closingNanos) {
    if (decisive instanceof Outcome.Failed failed) {
      return Outcomes.failed(closingNanos, failed.cause());
    }
    if (decisive instanceof Outcome.TimedOut late) {
      return Outcomes.timedOut(closingNanos, Deadline.nanosOf(late.timeout()), late.sample());
    }
    return Outcomes.completed(closingNanos);
  }
}
