package dev.lastcall.orders;

import java.time.Duration;
import java.util.Optional;

/**
 * Where the demo is, several times a second. Immutable.
 *
 * @param stage what is going on
 * @param elapsed since the demo began
 * @param answered requests acknowledged so far
 * @param refused requests turned away before any work began
 * @param lost requests sent and not answered, or answered with an error
 * @param elsewhere requests that the load balancer did not send here, because the service said that
 *     it was not ready
 * @param exit how far the service is with its exit; empty if it does not say
 */
public record DemoProgress(
    Stage stage,
    Duration elapsed,
    long answered,
    long refused,
    long lost,
    long elsewhere,
    Optional<ExitProgress> exit) {

  /** The parts of the demo, in order. */
  public enum Stage {
    /** The service's JVM starts. */
    STARTING,
    /** The first orders warm it up. */
    WARMING_UP,
    /** Orders come at full rate. */
    UNDER_LOAD,
    /** The service was killed; another process takes over what it left. */
    RESTARTING,
    /** SIGTERM was sent; orders keep coming. */
    ENDING,
    /** The process is gone; what it left is read and compared with what it acknowledged. */
    VERIFYING
  }
}
