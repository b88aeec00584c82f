package dev.lastcall.orders;

import static java.time.Duration.ofSeconds;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The order service as it is often written: a shutdown hook for each part.
 *
 * <p>Each hook is right by itself. The JVM starts them all at once, in no order and without a
 * limit: the pool closes under requests that the server still lets finish, the broker stops before
 * the outbox is empty, the log ends before the last order, and one hook that hangs keeps the
 * process until it is killed.
 */
final class OrdersWithShutdownHooks {
  private static final Logger LOG = LoggerFactory.getLogger(OrdersWithShutdownHooks.class);

  private OrdersWithShutdownHooks() {}

  public static void main(String... arguments) throws Exception {
    ServiceOptions options = ServiceOptions.parse(arguments);
    OrderService service =
        OrderService.start(
            options, Admission.always(), OrderPublisher.start(options.faults()), StockHolds.none());
    onShutdown("http", () -> service.http().stop(ofSeconds(5)));
    onShutdown("outbox", () -> service.outbox().close(ofSeconds(2)));
    onShutdown("broker", service.broker()::stop);
    onShutdown("db", service.store()::close);
    onShutdown("log", service.log()::stop);
    service.announce(options.directory());
  }

  private static void onShutdown(String name, Close close) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> run(name, close), name + "-hook"));
  }

  private static void run(String name, Close close) {
    try {
      close.run();
    } catch (Exception failure) {
      LOG.error("{} did not close", name, failure);
    }
  }

  /** What a hook does. */
  @FunctionalInterface
  private interface Close {
    void run() throws Exception;
  }
}
