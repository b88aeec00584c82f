package dev.lastcall.orders;

import java.time.Duration;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP side: a Jetty server on the loopback address. Thread-safe. */
final class OrderHttp {
  private static final int THREADS = 96;

  /** How long a kept-alive connection without a request may stay once the server stops. */
  private static final int IDLE_AT_STOP_MILLIS = 200;

  private final Server server;
  private final ServerConnector connector;
  private final Gate gate;
  private final Faults faults;

  private OrderHttp(Server server, ServerConnector connector, Gate gate, Faults faults) {
    this.server = server;
    this.connector = connector;
    this.gate = gate;
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
    Gate gate = new Gate(handler);
    server.setHandler(new GracefulHandler(gate));
    server.start();
    return new OrderHttp(server, connector, gate, faults);
  }

  int port() {
    return connector.getLocalPort();
  }

  /**
   * Turns new requests away, stops to listen, lets requests finish for at most {@code bound}, then
   * cuts them.
   */
  void stop(Duration bound) throws Exception {
    gate.closed = true;
    faults.strike("http");
    server.setStopTimeout(Math.max(1, bound.toMillis()));
    server.stop();
  }

  /**
   * Answers 503 before any work begins, once the server is to stop: if its stop hangs it still
   * listens, while the parts that a request needs are closed.
   */
  private static final class Gate extends Handler.Wrapper {
    private volatile boolean closed;

    Gate(Handler handler) {
      super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      if (closed) {
        Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
        return true;
      }
      return super.handle(request, response, callback);
    }
  }
}
