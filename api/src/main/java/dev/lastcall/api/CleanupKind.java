package dev.lastcall.api;

import java.time.Duration;

/**
 * What sort of thing a cleanup ends, which decides its bound where none is given.
 *
 * <p>The bounds are the upper ends of those commonly recommended: 5 to 15 s for an HTTP server, at
 * most 3 s for a database pool, at most 2 s for a message producer.
 */
public enum CleanupKind {
  /** A server that finishes its requests: 15 s. */
  SERVER(Duration.ofSeconds(15)),
  /** A consumer of messages that finishes and acknowledges what it took: 5 s. */
  CONSUMER(Duration.ofSeconds(5)),
  /** An executor that finishes its tasks: 5 s. */
  EXECUTOR(Duration.ofSeconds(5)),
  /** A pool of connections: 3 s. */
  POOL(Duration.ofSeconds(3)),
  /** A producer of messages that sends what it has buffered: 2 s. */
  PRODUCER(Duration.ofSeconds(2)),
  /** Telemetry that sends its last values: 2 s. */
  TELEMETRY(Duration.ofSeconds(2)),
  /** Anything else: 5 s. */
  OTHER(Duration.ofSeconds(5));

  private final Duration timeout;

  CleanupKind(Duration timeout) {
    this.timeout = timeout;
  }

  /**
   * Returns the bound of a cleanup of this kind that was given none.
   *
   * @return above zero
   */
  public Duration timeout() {
    return timeout;
  }
}
