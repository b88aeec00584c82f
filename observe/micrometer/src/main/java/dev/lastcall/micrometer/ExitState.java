package dev.lastcall.micrometer;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.Deadline.Ticker;
import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.ExitPhase;
import dev.lastcall.api.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How far the exit has come, as its events say. Thread-safe; nothing in it waits. */
final class ExitState {
  /** The exit had not come to its flush when it was last looked at. */
  static final String UNFINISHED = "unfinished";

  /** From the best to the worst, behind the one for an exit under way. */
  static final List<String> OUTCOMES =
      List.of(UNFINISHED, "completed", "skipped", "failed", "timed-out", "abandoned");

  private static final long NOT_BEGUN = Long.MIN_VALUE;

  private final Ticker ticker;
  private final AtomicLong began = new AtomicLong(NOT_BEGUN);
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger worst = new AtomicInteger(OUTCOMES.indexOf("completed"));
  private volatile double grace = Double.NaN;
  private volatile String phase = "starting";
  private volatile boolean cleaned;

  ExitState(Ticker ticker) {
    this.ticker = ticker;
  }

  void note(ExitEvent event) {
    if (event instanceof ExitEvent.Installed installed) {
      grace = seconds(installed.gracePeriod().length());
    } else if (event instanceof ExitEvent.Ready) {
      phase = hasBegun() ? phase : "serving";
    } else if (event instanceof ExitEvent.ExitBegan) {
      began.set(ticker.nanos());
    } else if (event instanceof ExitEvent.PhaseBegan changed) {
      phase(changed);
    } else if (event instanceof ExitEvent.CleanupBegan) {
      running.incrementAndGet();
    } else if (event instanceof ExitEvent.CleanupEnded ended) {
      if (!(ended.outcome() instanceof Outcome.Skipped)) {
        running.decrementAndGet();
      }
      worse(ended.outcome());
    } else if (event instanceof ExitEvent.TargetFlushed flushed) {
      worse(flushed.outcome());
    }
  }

  private void phase(ExitEvent.PhaseBegan changed) {
    // The exact begin, where this event was not told as late as the one before it.
    began.accumulateAndGet(ticker.nanos() - Deadline.nanosOf(changed.at()), ExitState::earlier);
    cleaned = changed.phase().compareTo(ExitPhase.FLUSH) >= 0;
    phase = changed.phase().name().toLowerCase(Locale.ROOT);
  }

  private static long earlier(long known, long other) {
    return known == NOT_BEGUN || other - known < 0 ? other : known;
  }

  private void worse(Outcome outcome) {
    worst.accumulateAndGet(OUTCOMES.indexOf(outcome.word()), Math::max);
  }

  boolean hasBegun() {
    return began.get() != NOT_BEGUN;
  }

  int running() {
    return Math.max(0, running.get());
  }

  double graceSeconds() {
    return grace;
  }

  double graceLeftSeconds() {
    long since = began.get();
    return since == NOT_BEGUN ? grace : Math.max(0, grace - (ticker.nanos() - since) / 1e9);
  }

  String phase() {
    return phase;
  }

  /** Empty before the exit. */
  String outcome() {
    if (!hasBegun()) {
      return "";
    }
    return cleaned ? OUTCOMES.get(worst.get()) : UNFINISHED;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
