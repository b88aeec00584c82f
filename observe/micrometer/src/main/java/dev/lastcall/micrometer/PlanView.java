package dev.lastcall.micrometer;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.Deadline.Ticker;
import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.ExitPlan;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The plan as the gauges see it: asked for at most once a second, because it is worked out anew
 * each time, and never while the exit runs. Thread-safe.
 */
final class PlanView {
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Ticker ticker;
  private final BooleanSupplier hasBegun;
  private volatile @Nullable Supplier<ExitPlan> source;
  private volatile @Nullable ExitPlan last;
  private volatile Deadline stale;

  PlanView(Ticker ticker, BooleanSupplier hasBegun) {
    this.ticker = ticker;
    this.hasBegun = hasBegun;
    this.stale = Deadline.at(ticker.nanos(), ticker);
  }

  void source(Supplier<ExitPlan> source) {
    this.source = source;
    this.stale = Deadline.at(ticker.nanos(), ticker);
  }

  void note(ExitEvent event) {
    if (event instanceof ExitEvent.Ready ready) {
      last = ready.plan();
    } else if (event instanceof ExitEvent.ExitBegan began) {
      last = began.plan();
    }
  }

  /** Returns null as long as nothing is known; an older one if the source throws. */
  @Nullable ExitPlan now() {
    Supplier<ExitPlan> asked = source;
    if (asked != null && !hasBegun.getAsBoolean() && stale.isExpired()) {
      stale = Deadline.after(FRESH, ticker);
      try {
        last = asked.get();
      } catch (RuntimeException uninstalled) {
        return last;
      }
    }
    return last;
  }
}
