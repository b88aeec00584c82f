package dev.lastcall.durable;

import dev.lastcall.api.Deadline;
import java.time.Instant;

/** What a handler is given for one attempt. Immutable and thread-safe. */
public final class DurableIntent {
  private final Intent intent;
  private final int attempt;
  private final Deadline deadline;

  DurableIntent(Intent intent, int attempt, Deadline deadline) {
    this.intent = intent;
    this.attempt = attempt;
    this.deadline = deadline;
  }

  /** {@return the name of the handler} */
  public String handler() {
    return intent.handler();
  }

  /** {@return the payload as text, as it was deferred} */
  public String text() {
    return intent.payload().text();
  }

  /** {@return a copy of the payload} */
  public byte[] payload() {
    return intent.payload().bytes();
  }

  /**
   * {@return the idempotency key: the same on every attempt, in every process, and never used for
   * another intent; at most 64 characters of ASCII}
   */
  public String idempotencyKey() {
    return intent.key();
  }

  /** {@return the trace of the code that deferred it, empty if there was none} */
  public String traceId() {
    return intent.traceId();
  }

  /** {@return when it was deferred, by the wall clock, to the millisecond} */
  public Instant registeredAt() {
    return intent.registeredAt();
  }

  /**
   * {@return the number of this attempt, from 1 and over restarts; above 1 something may be done
   * already}
   */
  public int attempt() {
    return attempt;
  }

  /** {@return the point at which the handler is interrupted} */
  public Deadline deadline() {
    return deadline;
  }

  @Override
  public String toString() {
    return intent + ", attempt " + attempt;
  }
}
