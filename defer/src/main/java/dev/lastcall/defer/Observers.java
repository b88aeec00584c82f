package dev.lastcall.defer;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.DeferEvent;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Those who listen at one time, at least one; a scope keeps to those that there were when it was
 * opened, so that whoever is told of a begin is told of its end.
 *
 * <p>Immutable and thread-safe.
 */
final class Observers {
  private static final LongAdder OPEN_SCOPES = new LongAdder();

  private final Observer[] all;

  private Observers(Observer[] all) {
    this.all = all;
  }

  static Observers with(@Nullable Observers before, Observer added) {
    if (before == null) {
      return new Observers(new Observer[] {added});
    }
    for (Observer observer : before.all) {
      if (observer.listener == added.listener) {
        throw Arguments.refusal("listener", added.listener, "one that has not been added");
      }
    }
    Observer[] more = Arrays.copyOf(before.all, before.all.length + 1);
    more[before.all.length] = added;
    return new Observers(more);
  }

  static @Nullable Observers without(@Nullable Observers before, Observer removed) {
    if (before == null) {
      return null;
    }
    Observer[] fewer =
        Arrays.stream(before.all).filter(observer -> observer != removed).toArray(Observer[]::new);
    return fewer.length == 0 ? null : new Observers(fewer);
  }

  static long openScopes() {
    return OPEN_SCOPES.sum();
  }

  /** Notes that a scope has been opened. */
  static void opened() {
    OPEN_SCOPES.increment();
  }

  /** Notes that a scope has been closed. */
  static void closed() {
    OPEN_SCOPES.decrement();
  }

  /** Tells all of one event. Never throws. */
  void tell(Object[] nesting, DeferEvent event) {
    boolean before = Nesting.telling(nesting, true);
    for (Observer observer : all) {
      observer.tell(event);
    }
    Nesting.telling(nesting, before);
  }

  static long now() {
    return Deadline.Ticker.system().nanos();
  }
}
