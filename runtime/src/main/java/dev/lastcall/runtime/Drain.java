package dev.lastcall.runtime;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.Deadline.Ticker;
import dev.lastcall.api.ExitReport.DrainEnding;
import dev.lastcall.api.ExitReport.DrainReport;
import java.util.function.LongConsumer;

/**
 * Goes on serving, though not ready any more, until it is quiet or the time for it is over.
 *
 * <p>Where requests are counted it ends as soon as none was in flight or arrived for the quiet
 * period; where nothing counts it waits for the pre-drain delay. Used once, by one thread.
 */
final class Drain {
  private static final long STEP_NANOS = 5_000_000;

  private final InFlight requests;
  private final DrainLimits limits;
  private final Ticker ticker;
  private final LongConsumer pause;

  /** Pauses by a {@code LongConsumer} of nanoseconds, so that tests need not wait. */
  Drain(InFlight requests, DrainLimits limits, Ticker ticker, LongConsumer pause) {
    this.requests = requests;
    this.limits = limits;
    this.ticker = ticker;
    this.pause = pause;
  }

  /** Drains until {@code latest} at most. */
  DrainReport run(Deadline latest) {
    int before = requests.inFlight();
    long ended = requests.ended();
    DrainEnding ending = wait(latest);
    return new DrainReport(ending, before, requests.inFlight(), requests.ended() - ended);
  }

  private DrainEnding wait(Deadline latest) {
    if (limits.atMost().isZero() || latest.isExpired()) {
      return DrainEnding.NONE;
    }
    Deadline bound = latest.within(limits.atMost());
    if (requests.begun() > 0) {
      return awaitQuiet(bound);
    }
    return limits.preDrain().isZero() ? DrainEnding.NONE : awaitDelay(bound);
  }

  private DrainEnding awaitDelay(Deadline bound) {
    Deadline delay = bound.within(limits.preDrain());
    while (!delay.isExpired()) {
      if (requests.begun() > 0) {
        return awaitQuiet(bound);
      }
      pause(delay);
    }
    return DrainEnding.DELAY;
  }

  private DrainEnding awaitQuiet(Deadline bound) {
    long quietNanos = Deadline.nanosOf(limits.quietPeriod());
    long begun = requests.begun();
    long quietSince = ticker.nanos();
    while (true) {
      long now = ticker.nanos();
      long arrived = requests.begun();
      if (requests.inFlight() > 0 || arrived != begun) {
        begun = arrived;
        quietSince = now;
      }
      if (requests.inFlight() == 0 && now - quietSince >= quietNanos) {
        return DrainEnding.QUIET;
      }
      if (bound.isExpired()) {
        return DrainEnding.BOUND;
      }
      pause(bound);
    }
  }

  private void pause(Deadline bound) {
    pause.accept(Math.min(STEP_NANOS, bound.remainingNanos()));
  }
}
