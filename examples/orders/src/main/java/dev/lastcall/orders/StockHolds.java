package dev.lastcall.orders;

/**
 * Keeps the stock of an order for it while its payment is checked: an outside resource that
 * somebody has to give back. Thread-safe.
 */
@FunctionalInterface
interface StockHolds {
  /**
   * Takes the stock; closing the hold gives it back.
   *
   * @throws java.io.UncheckedIOException if the warehouse does not answer
   */
  Hold take(Order order);

  /** Nothing is held. */
  static StockHolds none() {
    return order -> () -> {};
  }

  /** What was taken. */
  @FunctionalInterface
  interface Hold extends AutoCloseable {
    @Override
    void close();
  }
}
