package dev.lastcall.orders;

import java.time.Duration;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP side: a Jetty server on the loopback address. Thread-safe. */
final class OrderHttp {
  private static final int THREADS = 96;

  /** How long a kept-alive connection without a request may stay once the server stops. */
  private static final int IDLE_AT_STOP_MILLIS = 200;

  private final Server server;
  private final ServerConnector connector;
  private final Faults faults;

  private OrderHttp(Server server, ServerConnector connector, Faults faults) {
    this.server = server;
    this.connector = connector;
    this.faults = faults;
  }

  /** Starts to listen; port 0 takes any that is free. */
  static OrderHttp start(int port, Handler handler, Faults faults) throws Exception {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS);
    threads.setName("http");
    Server server = new Server(threads);
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    connector.setAcceptQueueSize(128);
    connector.setShutdownIdleTimeout(IDLE_AT_STOP_MILLIS);
    server.addConnector(connector);
    server.setHandler(new GracefulHandler(handler));
    server.start();
    return new OrderHttp(server, connector, faults);
  }

  int port() {
    return connector.getLocalPort();
  }

  /** Stops to listen, lets requests finish for at most {@code bound}, then cuts them. */
  void stop(Duration bound) throws Exception {
    faults.strike("http");
    server.setStopTimeout(Math.max(1, bound.toMillis()));
    server.stop();
  }
}
