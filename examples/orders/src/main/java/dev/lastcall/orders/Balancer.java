package dev.lastcall.orders;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Decides whether requests still go to the service, as a load balancer does: polls its readiness,
 * and acts on a change only a moment later. Thread-safe.
 */
final class Balancer implements AutoCloseable {
  private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long LAG_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(1);
  private static final int READY = 200;

  private final InetSocketAddress service;
  private final Thread poller = new Thread(this::poll, "readiness-poller");
  private volatile boolean routing = true;
  private volatile boolean closed;

  private Balancer(InetSocketAddress service) {
    this.service = service;
  }

  /** Starts to poll a service that is ready. */
  static Balancer start(InetSocketAddress service) {
    Balancer balancer = new Balancer(service);
    balancer.poller.setDaemon(true);
    balancer.poller.start();
    return balancer;
  }

  /** Whether the service says of itself that it is ready; false if it says nothing. */
  static boolean isReady(InetSocketAddress service) {
    try (ClientConnection probe = new ClientConnection(service, PROBE_TIMEOUT)) {
      return probe.exchange("GET", "/ready", "").status() == READY;
    } catch (IOException noAnswer) {
      return false;
    }
  }

  boolean routesToService() {
    return routing;
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(poller);
  }

  private void poll() {
    while (!closed) {
      boolean ready = isReady(service);
      if (ready != routing) {
        LockSupport.parkNanos(LAG_NANOS);
        routing = ready;
      }
      LockSupport.parkNanos(INTERVAL_NANOS);
    }
  }
}
