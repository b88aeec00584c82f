package dev.lastcall.orders;

import java.time.Duration;

/** Takes accepted orders at once and sends them to the broker later, in batches. Thread-safe. */
interface Outbox {
  /**
   * Takes an order over.
   *
   * @throws IllegalStateException if the outbox is closed or full
   */
  void accept(Order order);

  /** How many accepted orders are not yet messages. */
  long waiting();

  /**
   * Sends what is left, for at most {@code bound}.
   *
   * @throws IllegalStateException if orders are left over
   */
  void close(Duration bound) throws InterruptedException;
}
