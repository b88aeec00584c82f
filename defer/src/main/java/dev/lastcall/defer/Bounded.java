package dev.lastcall.defer;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.PlainCleanup;
import dev.lastcall.api.StackSample;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Runs an action inside a timeout on the caller's own thread, by interrupt.
 *
 * <p>It costs tens of nanoseconds and no allocation, because no thread is changed and no clock is
 * read. In return it comes back only from what an interrupt wakes; for anything else see {@link
 * BoundedRunner}. Calls may be nested. The caller's interrupt status is afterwards what it would be
 * without the bound. Thread-safe.
 */
public final class Bounded {
  private Bounded() {}

  /**
   * Runs an action and interrupts it when its time is up.
   *
   * @param timeout above zero; see {@link Watchdog} for how late an interrupt can be
   * @param cleanup the action
   * @throws TimeoutException if the action came back after it had been interrupted; the message
   *     names the place where it was, the cause is what it threw
   * @throws IllegalArgumentException if an argument is null or the timeout is not above zero
   * @throws Exception what the action threw in time
   */
  public static void run(Duration timeout, PlainCleanup cleanup) throws Exception {
    run(InlineSections.shared(), timeout, cleanup);
  }

  /**
   * Runs an action like {@link #run(Duration, PlainCleanup)}, and tells {@link DeferListeners} of
   * it.
   *
   * @param name see {@link Arguments#nameOf}; not looked at until somebody listens, who is then
   *     told {@code _} for what does not belong into a name
   * @param timeout above zero; see {@link Watchdog} for how late an interrupt can be
   * @param cleanup the action
   * @throws TimeoutException if the action came back after it had been interrupted; the message
   *     names the place where it was, the cause is what it threw
   * @throws IllegalArgumentException if an argument is null or the timeout is not above zero
   * @throws Exception what the action threw in time
   */
  public static void run(String name, Duration timeout, PlainCleanup cleanup) throws Exception {
    Arguments.given("name", name);
    Observers observers = DeferListeners.current();
    if (observers == null) {
      run(timeout, cleanup);
    } else {
      Arguments.positive("timeout", timeout);
      Arguments.given("cleanup", cleanup);
      runObserved(observers, name, timeout, cleanup);
    }
  }

  private static void runObserved(
      Observers observers, String name, Duration timeout, PlainCleanup cleanup) throws Exception {
    long nanos = Deadline.nanosOf(timeout);
    ObservedAction observed = ObservedAction.begin(observers, name, timeout);
    Throwable thrown = null;
    StackSample late = null;
    try {
      InlineSection section = InlineSections.shared().enter(nanos);
      try {
        cleanup.run();
      } catch (Throwable e) {
        thrown = e;
      }
      late = section.exit();
    } catch (Throwable noRoom) {
      thrown = noRoom;
    }
    if (observed != null) {
      observed.end(thrown, late, nanos, Observers.now());
    }
    if (thrown != null || late != null) {
      throw asException(late == null ? thrown : timedOut(timeout, late, thrown));
    }
  }

  static void run(InlineSections sections, Duration timeout, PlainCleanup cleanup)
      throws Exception {
    Arguments.positive("timeout", timeout);
    Arguments.given("cleanup", cleanup);
    Throwable thrown = null;
    InlineSection section = sections.enter(Deadline.nanosOf(timeout));
    try {
      cleanup.run();
    } catch (Throwable e) {
      thrown = e;
    }
    StackSample late = section.exit();
    if (thrown != null || late != null) {
      throw asException(late == null ? thrown : timedOut(timeout, late, thrown));
    }
  }

  /**
   * Lets a target go inside a timeout. It is let go in any case: without a bound where there is no
   * memory or no stack for one.
   *
   * @return what {@link #run} would throw, null if nothing
   */
  static @Nullable Throwable release(long timeoutNanos, Release<Object> action, Object target) {
    InlineSection section = enter(timeoutNanos);
    Throwable thrown = null;
    try {
      action.release(target);
    } catch (Throwable e) {
      thrown = e;
    }
    StackSample late = section == null ? null : section.exit();
    return late == null ? thrown : timedOut(timeoutNanos, late, thrown);
  }

  /** Begins a section; null where there is no room for one. */
  static @Nullable InlineSection enter(long timeoutNanos) {
    try {
      return InlineSections.shared().enter(timeoutNanos);
    } catch (Throwable noRoom) {
      return null;
    }
  }

  /** The failure of an action that came back late. Never throws. */
  static Throwable timedOut(long timeoutNanos, StackSample late, @Nullable Throwable thrown) {
    try {
      return timedOut(Duration.ofNanos(timeoutNanos), late, thrown);
    } catch (Throwable noRoom) {
      return thrown == null ? noRoom : thrown;
    }
  }

  private static Throwable timedOut(
      Duration timeout, StackSample late, @Nullable Throwable thrown) {
    TimeoutException timedOut =
        new TimeoutException("timeout: " + timeout + " is over, was at " + late.place());
    if (thrown instanceof Error) {
      thrown.addSuppressed(timedOut);
      return thrown;
    }
    timedOut.initCause(thrown);
    return timedOut;
  }

  private static Exception asException(@Nullable Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof Exception exception ? exception : new IllegalStateException(thrown);
  }
}
