package dev.lastcall.museum;

import static dev.lastcall.api.CleanupSpec.named;
import static java.time.Duration.ofSeconds;

import dev.lastcall.runtime.Lastcall;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A cancelled task that is cleaned up after while it still runs: {@code cancel} returns at once,
 * {@code get} says "cancelled", and the task goes on to write to a connection that is closed by
 * then.
 */
public final class CancellationRacesCleanup {
  private static final AtomicBoolean CONNECTED = new AtomicBoolean(true);
  private static final CountDownLatch STARTED = new CountDownLatch(1);
  private static final CountDownLatch WRITTEN = new CountDownLatch(1);

  private CancellationRacesCleanup() {}

  /**
   * Cancels a transfer and closes the connection that it uses.
   *
   * @param arguments the form
   * @throws InterruptedException if a wait is interrupted
   * @throws ExecutionException if the transfer failed
   */
  public static void main(String[] arguments) throws InterruptedException, ExecutionException {
    ExecutorService workers = Executors.newSingleThreadExecutor();
    Future<?> transfer = workers.submit(CancellationRacesCleanup::transfer);
    STARTED.await();
    if (Form.of(arguments) == Form.NAIVE) {
      transfer.cancel(true);
      try {
        transfer.get();
      } catch (CancellationException cancelled) {
        CONNECTED.set(false);
      }
      WRITTEN.await();
      workers.shutdown();
    } else {
      Lastcall lastcall = Lastcall.builder().gracePeriod(ofSeconds(20)).install();
      lastcall.defer(
          "transfer",
          context -> {
            transfer.cancel(true);
            workers.shutdown();
            long left = context.deadline().remainingNanos();
            if (!workers.awaitTermination(left, TimeUnit.NANOSECONDS)) {
              throw new TimeoutException("the transfer still runs");
            }
          });
      lastcall.defer(named("connection").after("transfer"), () -> CONNECTED.set(false));
      lastcall.exit(0);
    }
  }

  private static void transfer() {
    STARTED.countDown();
    try {
      TimeUnit.HOURS.sleep(1);
    } catch (InterruptedException cancelled) {
      rollBack();
    }
  }

  private static void rollBack() {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(300);
    while (System.nanoTime() - until < 0) {
      Thread.onSpinWait();
    }
    System.out.println(CONNECTED.get() ? "rolled back" : "wrote to a closed connection");
    WRITTEN.countDown();
  }
}
