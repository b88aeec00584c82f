package dev.lastcall.runtime;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.Finding;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What is done once at start-up beside the application's own start, on a thread of its own, because
 * it may take long: looking through the class path and looking up a logger.
 *
 * <p>Since JDK 21 {@code Runtime.exit} looks up the logger {@code java.lang.Runtime} before any
 * hook runs; cold that took 105 to 180 ms, warmed 3 to 15 ms. Used once.
 */
final class WarmUp implements Runnable {
  /**
   * On older ones a logger would only add the hook of its own that {@code java.util.logging} has.
   */
  private static final int FIRST_TO_LOG_EXITS = 21;

  private final ClassLoader loader;
  private final Consumer<Finding> findings;
  private final CountDownLatch done = new CountDownLatch(1);

  WarmUp(ClassLoader loader, Consumer<Finding> findings) {
    this.loader = loader;
    this.findings = findings;
  }

  @Override
  public void run() {
    if (Runtime.version().feature() >= FIRST_TO_LOG_EXITS) {
      lookUpLogger();
    }
    try {
      KnownHooks.check(name -> loader.getResource(name) != null, findings);
    } finally {
      done.countDown();
    }
  }

  private static void lookUpLogger() {
    try {
      System.getLogger("java.lang.Runtime").isLoggable(System.Logger.Level.DEBUG);
    } catch (RuntimeException | Error broken) {
      // A logger that cannot be made is the application's to find out about, not at its end.
    }
  }

  /** Waits until it is done; false if the deadline came first. */
  boolean await(Deadline deadline) {
    try {
      return done.await(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
