package dev.lastcall.orders;

import jakarta.jms.JMSException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An outbox in memory, which sends from a thread of its own.
 *
 * <p>What it holds is acknowledged and not yet a message: it has to be closed before the broker and
 * after the last request, and is lost if the process is killed. Thread-safe.
 */
final class OrderPublisher implements Outbox {
  private static final Logger LOG = LoggerFactory.getLogger(OrderPublisher.class);
  private static final int CAPACITY = 10_000;
  private static final int BATCH = 64;
  private static final int LINGER_MILLIS = 100;
  private static final int RETRY_MILLIS = 200;

  private final BlockingQueue<Order> outbox = new LinkedBlockingQueue<>(CAPACITY);
  private final Map<String, Order> unconfirmed = new ConcurrentHashMap<>();
  private final OrderProducer producer = new OrderProducer();
  private final Faults faults;
  private final Thread sender = new Thread(this::sendUntilClosed, "outbox-sender");
  private volatile boolean closing;

  private OrderPublisher(Faults faults) {
    this.faults = faults;
  }

  /** Starts to take orders. */
  static OrderPublisher start(Faults faults) {
    OrderPublisher publisher = new OrderPublisher(faults);
    publisher.sender.start();
    return publisher;
  }

  @Override
  public void accept(Order order) {
    if (closing) {
      throw new IllegalStateException("outbox: closed (expected: open)");
    }
    unconfirmed.put(order.id(), order);
    if (!outbox.offer(order)) {
      unconfirmed.remove(order.id());
      throw new IllegalStateException("outbox: " + CAPACITY + " orders waiting (expected: fewer)");
    }
  }

  @Override
  public long waiting() {
    return unconfirmed.size();
  }

  @Override
  public void close(Duration bound) throws InterruptedException {
    faults.strike("outbox");
    closing = true;
    sender.join(Math.max(1, bound.toMillis()));
    if (!unconfirmed.isEmpty()) {
      throw new IllegalStateException(
          "outbox: " + unconfirmed.size() + " orders unsent (expected: 0)");
    }
  }

  private void sendUntilClosed() {
    try {
      List<Order> batch = new ArrayList<>(BATCH);
      while (nextBatch(batch)) {
        sendUntilConfirmed(batch);
        batch.forEach(order -> unconfirmed.remove(order.id()));
        batch.clear();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      producer.close();
    }
  }

  /** Waits for a batch to fill up or to linger long enough; false once closed and empty. */
  private boolean nextBatch(List<Order> batch) throws InterruptedException {
    while (batch.isEmpty() && !(closing && outbox.isEmpty())) {
      @Nullable Order first = outbox.poll(LINGER_MILLIS, TimeUnit.MILLISECONDS);
      if (first != null) {
        batch.add(first);
      }
    }
    long lingerNanos = TimeUnit.MILLISECONDS.toNanos(LINGER_MILLIS);
    long start = System.nanoTime();
    while (!batch.isEmpty() && batch.size() < BATCH) {
      long left = closing ? 0 : lingerNanos - (System.nanoTime() - start);
      @Nullable Order next = outbox.poll(left, TimeUnit.NANOSECONDS);
      if (next == null) {
        break;
      }
      batch.add(next);
    }
    return !batch.isEmpty();
  }

  private void sendUntilConfirmed(List<Order> batch) throws InterruptedException {
    while (true) {
      try {
        producer.send(batch);
        return;
      } catch (JMSException failure) {
        LOG.warn(
            "outbox: {} orders not sent, trying again in {} ms",
            batch.size(),
            RETRY_MILLIS,
            failure);
        Thread.sleep(RETRY_MILLIS);
      }
    }
  }
}
