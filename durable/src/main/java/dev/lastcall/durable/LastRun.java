package dev.lastcall.durable;

import dev.lastcall.api.CleanupContext;
import dev.lastcall.api.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs everything that is open at the exit, newest first, once each. No single one may take more
 * than a quarter of the time that is left, or an even share if that is more, so that one that hangs
 * does not leave all others to the next start. Thread-safe.
 */
final class LastRun {
  private static final int SHARES = 4;
  private static final long POLL_NANOS = 1_000_000;
  private static final int MOST_NAMED = 5;

  /** Kept of the deadline, to come back before it. */
  private static final Duration RESERVE = Duration.ofMillis(50);

  private final Ledger ledger;
  private final Attempts attempts;
  private final Replayer replayer;
  private final Deadline.Ticker ticker;

  LastRun(Ledger ledger, Attempts attempts, Replayer replayer, Deadline.Ticker ticker) {
    this.ledger = ledger;
    this.attempts = attempts;
    this.replayer = replayer;
    this.ticker = ticker;
  }

  /**
   * Runs all; throws if some are left to the next start, so that the report of the exit says it.
   */
  void run(CleanupContext context) {
    replayer.stop();
    Duration time = context.deadline().remaining().minus(RESERVE);
    Deadline deadline = Deadline.after(time.isNegative() ? Duration.ZERO : time, ticker);
    List<TrackedIntent> open = ledger.newestFirst();
    for (int at = 0; at < open.size() && !deadline.isExpired(); at++) {
      long share = deadline.remainingNanos() / Math.min(SHARES, open.size() - at);
      attempts.isKnown(open.get(at));
      attempts.attempt(open.get(at), deadline.within(Duration.ofNanos(share)));
    }
    awaitOthers(deadline);
    List<TrackedIntent> left = ledger.newestFirst();
    if (!left.isEmpty()) {
      throw new IllegalStateException(text(left));
    }
  }

  /** Somebody else may be in the middle of an attempt: a handle, or the background. */
  private void awaitOthers(Deadline deadline) {
    while (!deadline.isExpired() && ledger.newestFirst().stream().anyMatch(TrackedIntent::isBusy)) {
      LockSupport.parkNanos(this, POLL_NANOS);
    }
  }

  private static String text(List<TrackedIntent> left) {
    StringBuilder text = new StringBuilder();
    text.append(left.size()).append(" left for the next start:");
    for (TrackedIntent each : left.subList(0, Math.min(MOST_NAMED, left.size()))) {
      text.append(' ').append(each.intent()).append(';');
    }
    if (left.size() > MOST_NAMED) {
      text.append(" …");
    }
    return text.toString();
  }
}
