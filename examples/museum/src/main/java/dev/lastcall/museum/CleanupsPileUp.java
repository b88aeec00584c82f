package dev.lastcall.museum;

import dev.lastcall.defer.DeferScope;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A cleanup registered for each request that only runs when the process ends, or never: the heap
 * fills up.
 */
public final class CleanupsPileUp {
  private static final int REQUESTS = 20_000;
  private static final int BUFFER = 64 * 1024;
  private static final AtomicLong RELEASED = new AtomicLong();

  private CleanupsPileUp() {}

  /**
   * Serves more requests than there is memory for their buffers.
   *
   * @param arguments the form
   */
  public static void main(String[] arguments) {
    boolean naive = Form.of(arguments) == Form.NAIVE;
    int served = 0;
    try {
      for (; served < REQUESTS; served++) {
        if (naive) {
          byte[] buffer = new byte[BUFFER];
          Runtime.getRuntime().addShutdownHook(new Thread(() -> release(buffer)));
        } else {
          serveInScope();
        }
      }
      System.out.println("served " + served + ", released " + RELEASED.get());
    } catch (OutOfMemoryError full) {
      Runtime.getRuntime().halt(3);
    }
  }

  private static void serveInScope() {
    try (DeferScope scope = DeferScope.open()) {
      byte[] buffer = new byte[BUFFER];
      scope.defer("buffer.release", () -> release(buffer));
    }
  }

  private static void release(byte[] buffer) {
    RELEASED.addAndGet(buffer.length == BUFFER ? 1 : 0);
  }
}
