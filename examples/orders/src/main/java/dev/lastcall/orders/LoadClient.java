package dev.lastcall.orders;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Sends orders at a steady rate that does not depend on how fast they are answered (open loop),
 * over a fixed number of connections; counts each in a {@link Tally}.
 */
final class LoadClient implements AutoCloseable {
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);
  private static final List<String> ITEMS = List.of("tea", "noodles", "dumplings", "rice", "soup");

  private final InetSocketAddress service;
  private final BooleanSupplier routing;
  private final Tally tally;
  private final long intervalNanos;
  private final AtomicLong tickets = new AtomicLong();
  private final AtomicLong sent = new AtomicLong();
  private final List<Thread> senders = new ArrayList<>();
  private volatile long startNanos = System.nanoTime();
  private volatile boolean closed;

  private LoadClient(
      InetSocketAddress service, int requestsPerSecond, BooleanSupplier routing, Tally tally) {
    this.service = service;
    this.routing = routing;
    this.tally = tally;
    this.intervalNanos = TimeUnit.SECONDS.toNanos(1) / requestsPerSecond;
  }

  /**
   * Starts to send; a request that is due while {@code routing} is false is counted as sent
   * elsewhere.
   */
  static LoadClient start(
      InetSocketAddress service,
      int requestsPerSecond,
      int connections,
      BooleanSupplier routing,
      Tally tally) {
    LoadClient client = new LoadClient(service, requestsPerSecond, routing, tally);
    for (int i = 1; i <= connections; i++) {
      Thread sender = new Thread(client::sendUntilClosed, "client-" + i);
      sender.setDaemon(true);
      sender.start();
      client.senders.add(sender);
    }
    return client;
  }

  long answered() {
    return tally.counts().answered();
  }

  /**
   * Forgets requests that are overdue, such as those that piled up while the service was cold: the
   * rate is steady from now on.
   */
  void catchUp() {
    startNanos = System.nanoTime() - tickets.get() * intervalNanos;
  }

  /** Stops to send and waits until each request that was sent has its fate. */
  @Override
  public void close() {
    closed = true;
    boolean interrupted = false;
    for (Thread sender : senders) {
      LockSupport.unpark(sender);
      try {
        sender.join(ANSWER_TIMEOUT.toMillis());
      } catch (InterruptedException stop) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void sendUntilClosed() {
    try (ClientConnection connection = new ClientConnection(service, ANSWER_TIMEOUT)) {
      while (waitUntilDue(tickets.getAndIncrement())) {
        if (routing.getAsBoolean()) {
          Order order = nextOrder();
          tally.count(order.id(), send(connection, order));
        } else {
          tally.countElsewhere();
        }
      }
    }
  }

  private boolean waitUntilDue(long ticket) {
    long due = startNanos + ticket * intervalNanos;
    for (long left = due - System.nanoTime(); left > 0 && !closed; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
    return !closed;
  }

  private static Fate send(ClientConnection connection, Order order) {
    try {
      return Fate.ofStatus(connection.exchange("POST", "/orders", OrderJson.write(order)).status());
    } catch (IOException failure) {
      return Fate.ofFailure(failure);
    }
  }

  private Order nextOrder() {
    long number = sent.incrementAndGet();
    String item = ITEMS.get((int) (number % ITEMS.size()));
    return new Order("order-" + number, item, BigDecimal.valueOf(100 + number % 9_900, 2));
  }
}
