package dev.lastcall.museum;

import static java.time.Duration.ofSeconds;

import dev.lastcall.runtime.Lastcall;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A cleanup on a virtual thread that never gets a carrier, because busy virtual threads hold all of
 * them. Needs JDK 21; written with reflection, so that it compiles for 17.
 */
public final class VirtualThreadsStarve {
  private static volatile boolean spinning = true;

  private VirtualThreadsStarve() {}

  /**
   * Keeps every carrier busy and then waits for a signal.
   *
   * @param arguments the form
   * @throws Exception if there are no virtual threads
   */
  public static void main(String[] arguments) throws Exception {
    ExecutorService virtual = virtualThreads();
    for (int spinner = 0; spinner < 2 * Runtime.getRuntime().availableProcessors(); spinner++) {
      virtual.execute(VirtualThreadsStarve::spin);
    }
    if (Form.of(arguments) == Form.NAIVE) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> cleanUpOn(virtual)));
      System.out.println("serving");
      TimeUnit.HOURS.sleep(1);
    } else {
      Lastcall lastcall = Lastcall.builder().gracePeriod(ofSeconds(20)).install();
      lastcall.defer("orders", VirtualThreadsStarve::cleanUp);
      lastcall.ready();
      System.out.println("serving");
      lastcall.awaitExit();
    }
  }

  private static void cleanUpOn(ExecutorService virtual) {
    try {
      virtual.submit(VirtualThreadsStarve::cleanUp).get(2, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException failure) {
      System.out.println("gave up: " + failure.getClass().getSimpleName());
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
  }

  private static void cleanUp() {
    System.out.println("orders closed");
  }

  private static void spin() {
    while (spinning) {
      Thread.onSpinWait();
    }
  }

  private static ExecutorService virtualThreads() throws ReflectiveOperationException {
    return (ExecutorService)
        Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
  }
}
