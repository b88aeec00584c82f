package dev.lastcall.orders;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks at the service's progress endpoint, where it has one, from a thread of its own: the demo
 * must not wait for a service that does not answer. Thread-safe.
 */
final class ExitWatch implements AutoCloseable {
  private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(40);
  private static final Duration TIMEOUT = Duration.ofMillis(500);

  private final InetSocketAddress endpoint;
  private volatile Optional<ExitProgress> latest = Optional.empty();
  private volatile boolean closed;

  private ExitWatch(InetSocketAddress endpoint) {
    this.endpoint = endpoint;
  }

  /** Starts to look; without the file that holds the endpoint's port there is nothing to see. */
  static ExitWatch start(Path directory) throws IOException {
    Path portFile = directory.resolve(OrdersWithLastcall.PROGRESS_PORT_FILE);
    boolean exists = Files.exists(portFile);
    int port = exists ? Integer.parseInt(Files.readString(portFile)) : 0;
    ExitWatch watch = new ExitWatch(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    if (exists) {
      Thread thread = new Thread(watch::look, "exit-watch");
      thread.setDaemon(true);
      thread.start();
    }
    return watch;
  }

  /** What was seen last; stays when the endpoint is gone. */
  Optional<ExitProgress> latest() {
    return latest;
  }

  @Override
  public void close() {
    closed = true;
  }

  private void look() {
    while (!closed) {
      try (ClientConnection connection = new ClientConnection(endpoint, TIMEOUT)) {
        Optional<ExitProgress> seen =
            ExitProgress.parse(connection.exchange("GET", "/progress", "").body());
        if (seen.isPresent()) {
          latest = seen;
        }
      } catch (IOException gone) {
        // The last reading stands.
      }
      LockSupport.parkNanos(INTERVAL_NANOS);
    }
  }
}
