package dev.lastcall.opentelemetry;

import java.util.concurrent.TimeUnit;

/**
 * Sends what telemetry has buffered, such as {@code SdkTracerProvider.forceFlush().join}.
 *
 * <p>Called by two threads, one after the other.
 */
@FunctionalInterface
public interface TelemetrySending {
  /**
   * Sends what is buffered and waits for it.
   *
   * @param timeout how long to wait at most, zero or more
   * @param unit of the timeout
   * @return whether all was sent in time
   * @throws Exception if it could not be sent
   */
  boolean flush(long timeout, TimeUnit unit) throws Exception;

  /**
   * Sends what is buffered for the last time; {@link #flush} unless overridden.
   *
   * @param timeout how long to wait at most, zero or more
   * @param unit of the timeout
   * @return whether all was sent in time
   * @throws Exception if it could not be sent
   */
  default boolean end(long timeout, TimeUnit unit) throws Exception {
    return flush(timeout, unit);
  }
}
