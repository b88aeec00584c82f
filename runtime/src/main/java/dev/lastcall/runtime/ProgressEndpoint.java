package dev.lastcall.runtime;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.Deadline.Ticker;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * A tiny HTTP/1.1 server that says how the process stands until its last cleanup has ended.
 *
 * <p>{@code GET /ready} is 200 or 503, {@code GET /live} is 200, {@code GET /progress} is JSON. One
 * thread, started long before, serves all connections, one request each. Bound to every address,
 * because a kubelet probes the pod's. Closed before the reserve is spent: a thread in a native call
 * costs the dying JVM up to 300 ms. Thread-safe.
 */
final class ProgressEndpoint implements Runnable {
  private static final int MAX_REQUEST = 4096;
  private static final int MAX_CONNECTIONS = 64;
  private static final long PAUSE_NANOS = 50_000_000;
  private static final long PATIENCE_NANOS = 5_000_000_000L;

  private final ProgressBoard board;
  private final Ticker ticker;
  private final ServerSocketChannel server;
  private final Selector selector;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicBoolean begun = new AtomicBoolean();
  private volatile boolean closing;

  private ProgressEndpoint(
      ProgressBoard board, Ticker ticker, ServerSocketChannel server, Selector selector) {
    this.board = board;
    this.ticker = ticker;
    this.server = server;
    this.selector = selector;
  }

  /**
   * Binds the port; 0 takes any free one.
   *
   * @throws IllegalArgumentException if the port cannot be had
   */
  static ProgressEndpoint bind(int port, ProgressBoard board, Ticker ticker) {
    try {
      ServerSocketChannel server = ServerSocketChannel.open();
      try {
        server.bind(new InetSocketAddress(port)).configureBlocking(false);
        Selector selector = Selector.open();
        server.register(selector, SelectionKey.OP_ACCEPT);
        return new ProgressEndpoint(board, ticker, server, selector);
      } catch (IOException | RuntimeException failure) {
        closeAfter(failure, server);
        throw failure;
      }
    } catch (IOException failure) {
      IllegalArgumentException refusal = Arguments.refusal("endpoint", port, "a port that is free");
      refusal.initCause(failure);
      throw refusal;
    }
  }

  private static void closeAfter(Exception failure, ServerSocketChannel server) {
    try {
      server.close();
    } catch (IOException alsoThis) {
      failure.addSuppressed(alsoThis);
    }
  }

  int port() {
    return server.socket().getLocalPort();
  }

  /** Stops serving; waits for the thread's end until the deadline. */
  void close(Deadline deadline) {
    closing = true;
    if (begun.compareAndSet(false, true)) {
      serveUntilClosed(); // its thread was never started: there is only something to close
    }
    selector.wakeup();
    try {
      if (!ended.await(deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void run() {
    if (begun.compareAndSet(false, true)) {
      serveUntilClosed();
    }
  }

  private void serveUntilClosed() {
    try (selector;
        server) {
      while (!closing) {
        selector.select(this::serve, 1000);
        dropSilent();
      }
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
    } catch (IOException broken) {
      closing = true;
    } finally {
      ended.countDown();
    }
  }

  private void serve(SelectionKey key) {
    try {
      if (key.isAcceptable()) {
        acceptPatiently();
      } else if (key.attachment() instanceof Connection connection) {
        answer(key, connection);
      }
    } catch (IOException | RuntimeException | OutOfMemoryError broken) {
      drop(key);
    }
  }

  /** Without a free file descriptor there is no connection now, but there will be one later. */
  private void acceptPatiently() {
    try {
      accept();
    } catch (IOException | OutOfMemoryError scarce) {
      LockSupport.parkNanos(this, PAUSE_NANOS);
    }
  }

  private void accept() throws IOException {
    SocketChannel channel = server.accept();
    if (channel == null) {
      return;
    }
    if (selector.keys().size() > MAX_CONNECTIONS) {
      channel.close();
      return;
    }
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, new Connection(ticker.nanos()));
  }

  private void answer(SelectionKey key, Connection connection) throws IOException {
    SocketChannel channel = (SocketChannel) key.channel();
    int read = channel.read(connection.request);
    String request =
        new String(
            connection.request.array(),
            0,
            connection.request.position(),
            StandardCharsets.US_ASCII);
    boolean whole = request.contains("\r\n\r\n") || !connection.request.hasRemaining();
    if (read < 0 || whole) {
      if (whole) {
        // A few hundred bytes always fit into the send buffer of a new connection.
        channel.write(StandardCharsets.UTF_8.encode(response(request)));
        channel.shutdownOutput();
      }
      drop(key);
    }
  }

  private String response(String request) {
    String[] words = request.split(" ", 3);
    String path = words.length == 3 && words[0].equals("GET") ? words[1] : "";
    return switch (path) {
      case "/live" -> response("200 OK", "text/plain", "live\n");
      case "/ready" ->
          board.isReady()
              ? response("200 OK", "text/plain", "ready\n")
              : response("503 Service Unavailable", "text/plain", "not ready\n");
      case "/progress" -> response("200 OK", "application/json", board.json());
      default -> response("404 Not Found", "text/plain", "GET /ready, /live or /progress\n");
    };
  }

  private static String response(String status, String type, String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return "HTTP/1.1 "
        + status
        + "\r\nContent-Type: "
        + type
        + "; charset=utf-8\r\nContent-Length: "
        + length
        + "\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n"
        + body;
  }

  private void dropSilent() {
    for (SelectionKey key : selector.keys()) {
      if (key.attachment() instanceof Connection connection
          && ticker.nanos() - connection.sinceNanos > PATIENCE_NANOS) {
        drop(key);
      }
    }
  }

  private static void drop(SelectionKey key) {
    key.cancel();
    try {
      key.channel().close();
    } catch (IOException gone) {
      key.attach(null);
    }
  }

  /** What a client has sent so far. */
  private static final class Connection {
    private final ByteBuffer request = ByteBuffer.allocate(MAX_REQUEST);
    private final long sinceNanos;

    Connection(long sinceNanos) {
      this.sinceNanos = sinceNanos;
    }
  }
}
