package dev.lastcall.runtime;

import dev.lastcall.api.Deadline.Ticker;
import dev.lastcall.api.ExitEvent;

/**
 * Where the exit stands, for whoever watches from outside.
 *
 * <p>Told of every event directly, not through the queue, so that a listener that hangs does not
 * make it stale. Thread-safe.
 */
final class ProgressBoard {
  private final Readiness readiness;
  private final InFlight requests;
  private final Ticker ticker;
  private final CleanupLedger ledger = new CleanupLedger();
  private volatile String phase = "NONE";
  private volatile long beganAtNanos;
  private volatile long endsAtNanos;

  ProgressBoard(Readiness readiness, InFlight requests, Ticker ticker) {
    this.readiness = readiness;
    this.requests = requests;
    this.ticker = ticker;
  }

  /** Says when the exit began and when the process ends at the latest. */
  void times(long beganAtNanos, long endsAtNanos) {
    this.beganAtNanos = beganAtNanos;
    this.endsAtNanos = endsAtNanos;
  }

  void note(ExitEvent event) {
    ledger.note(event);
    if (event instanceof ExitEvent.PhaseBegan begins) {
      phase = begins.phase().name();
    }
  }

  CleanupLedger ledger() {
    return ledger;
  }

  boolean isReady() {
    return readiness.isReady();
  }

  /** The board as one JSON object; names cannot hold a character that would need escaping. */
  String json() {
    boolean begun = !phase.equals("NONE");
    long now = ticker.nanos();
    return "{\"state\":\""
        + readiness.state()
        + "\",\"phase\":\""
        + phase
        + "\",\"elapsedMillis\":"
        + (begun ? millis(now - beganAtNanos) : 0)
        + ",\"leftMillis\":"
        + (begun ? millis(endsAtNanos - now) : 0)
        + ",\"inFlight\":"
        + requests.inFlight()
        + ",\"cleanups\":"
        + ledger.json()
        + "}";
  }

  private static long millis(long nanos) {
    return Math.max(0, nanos / 1_000_000);
  }
}
