package dev.lastcall.runtime;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts requests in flight, so that the drain knows when it is quiet.
 *
 * <pre>{@code
 * try (InFlight.Request request = lastcall.requests().begin()) {
 *   handle(exchange);
 * }
 * }</pre>
 *
 * <p>Costs two uncontended additions a request. Thread-safe; a request may end on another thread
 * than it began on.
 */
public final class InFlight {
  private final LongAdder begun = new LongAdder();
  private final LongAdder ended = new LongAdder();

  InFlight() {}

  /**
   * Counts a request that begins.
   *
   * @return the handle that counts its end
   */
  public Request begin() {
    begun.increment();
    return new Request(ended);
  }

  /**
   * Returns how many requests have begun and not ended.
   *
   * @return a momentary value, never too low for requests that ended before the call
   */
  public int inFlight() {
    long over = ended.sum();
    return (int) Math.max(0, begun.sum() - over);
  }

  /**
   * Returns how many requests have begun since the start.
   *
   * @return a momentary value
   */
  public long begun() {
    return begun.sum();
  }

  /**
   * Returns how many requests have ended since the start.
   *
   * @return a momentary value
   */
  public long ended() {
    return ended.sum();
  }

  /** One counted request. Thread-safe. */
  public static final class Request implements AutoCloseable {
    private final LongAdder ended;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Request(LongAdder ended) {
      this.ended = ended;
    }

    /** Counts the request's end; closing again does nothing. */
    @Override
    public void close() {
      if (closed.compareAndSet(false, true)) {
        ended.increment();
      }
    }
  }
}
