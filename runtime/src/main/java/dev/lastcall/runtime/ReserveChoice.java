package dev.lastcall.runtime;

import dev.lastcall.api.ExitPlan;
import dev.lastcall.flush.LastGasp;
import dev.lastcall.flush.Reserve;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides which reserve an exit gets: measured when the exit begins if time is short, else the one
 * that was measured at start-up.
 *
 * <p>To measure takes a dump of all threads, some milliseconds. Where the plan leaves more than a
 * second that is a price for nothing: then the JVM's wait for threads in native code is counted in
 * whether there are any or not. Thread-safe.
 */
final class ReserveChoice {
  /** What is known of a plan that could not be made. */
  static final ExitPlan NO_PLAN =
      new ExitPlan(
          List.of(), List.of(), Duration.ZERO, Duration.ZERO, ExitPlan.Verdict.FITS, List.of());

  private static final Duration PLENTY = Duration.ofSeconds(1);

  /** As long as HotSpot waits for threads in native code at its end. */
  private static final Duration NATIVE_WAIT = Duration.ofMillis(300);

  private final LastGasp gasp;
  private final Terms terms;
  private volatile Reserve atStart;

  ReserveChoice(LastGasp gasp, Terms terms) {
    this.gasp = gasp;
    this.terms = terms;
    this.atStart = gasp.reserve(terms.flushReserve());
  }

  Reserve atStart() {
    return atStart;
  }

  /** Measures again, now that everything is running that will run. */
  void measure() {
    atStart = gasp.reserve(terms.flushReserve());
  }

  Reserve atExit(Duration demanded) {
    Reserve generous = withNativeWait(atStart);
    Duration left = terms.grace().length().minus(demanded).minus(ExitTimes.whole(generous));
    return left.compareTo(PLENTY) > 0 ? generous : gasp.reserve(terms.flushReserve());
  }

  private static Reserve withNativeWait(Reserve measured) {
    Duration death = measured.length().minus(measured.flush());
    if (death.compareTo(NATIVE_WAIT) >= 0) {
      return measured;
    }
    List<String> reasons = new ArrayList<>(measured.reasons());
    reasons.add("+" + NATIVE_WAIT.toMillis() + " ms: threads in native code, should there be any");
    return new Reserve(measured.length().plus(NATIVE_WAIT), measured.flush(), reasons);
  }
}
