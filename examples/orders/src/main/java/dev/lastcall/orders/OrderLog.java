package dev.lastcall.orders;

import ch.qos.logback.classic.LoggerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The order log: one line for each accepted order, through an asynchronous appender into a buffered
 * file. Thread-safe.
 */
final class OrderLog {
  /** The name of the logger, as in the configuration. */
  static final String NAME = "orders.log";

  private static final Logger LOG = LoggerFactory.getLogger(NAME);

  private final Faults faults;

  OrderLog(Faults faults) {
    this.faults = faults;
  }

  void accepted(Order order) {
    LOG.info("accepted id={} item={} amount={}", order.id(), order.item(), order.amount());
  }

  /** Stops logging: what is in the queue and the buffer is written first. Later lines are lost. */
  void stop() {
    faults.strike("log");
    ((LoggerContext) LoggerFactory.getILoggerFactory()).stop();
  }
}
