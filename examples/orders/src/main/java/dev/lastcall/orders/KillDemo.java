package dev.lastcall.orders;

import dev.lastcall.orders.DemoProgress.Stage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Kills the order service with SIGKILL while it is under load, starts it again, and counts from
 * outside what of the acknowledged is gone.
 *
 * <p>The first process gets no signal that it could take, so that nothing is drained and nothing is
 * flushed: what is left is what was on record already. The second one finishes what the first one
 * began, and ends well.
 */
public final class KillDemo {
  private static final int WARM_ANSWERS = 200;
  private static final int POLL_MILLIS = 25;
  private static final Duration SETTLE_LIMIT = Duration.ofSeconds(30);

  private final DemoOptions options;
  private final ProgressListener listener;
  private final Tally tally = new Tally();
  private final long startNanos = System.nanoTime();

  private KillDemo(DemoOptions options, ProgressListener listener) {
    this.options = options;
    this.listener = listener;
  }

  /**
   * Runs the demo to its end.
   *
   * @param options what to show, in the form with Lastcall; the directory must not hold an earlier
   *     run
   * @param listener is told how it goes on
   * @return what was seen
   * @throws IOException if the directory cannot be used
   * @throws InterruptedException if interrupted; the service is killed then
   * @throws IllegalArgumentException if the directory holds an earlier run
   * @throws IllegalStateException if the service does not start, or what it left cannot be read
   */
  public static KillResult run(DemoOptions options, ProgressListener listener)
      throws IOException, InterruptedException {
    OrdersDemo.claim(options.directory());
    return new KillDemo(options, listener).run();
  }

  private KillResult run() throws IOException, InterruptedException {
    Path directory = options.directory();
    killUnderLoad();
    LeftBehind left = LeftBehind.read(directory);
    ServiceProcess.Ending ending = restart();
    Remains remains = Verifier.read(directory, () -> show(Stage.VERIFYING));
    Tally.Counts counts = tally.counts();
    return new KillResult(
        counts.answered(),
        counts.lost(),
        remains.losses(tally.acknowledged(), 0),
        remains.invented(tally.sent()),
        LeftBehind.holds(directory),
        remains.logLines().size() - left.logLines(),
        AuditCheck.of(directory),
        left,
        ending.exitCode(),
        ServiceReport.find(directory));
  }

  private void killUnderLoad() throws IOException, InterruptedException {
    try (ServiceProcess service = ServiceProcess.start(options)) {
      InetSocketAddress address = service.awaitReady(() -> show(Stage.STARTING));
      try (LoadClient client =
          LoadClient.start(
              address, options.requestsPerSecond(), options.connections(), () -> true, tally)) {
        while (client.answered() < WARM_ANSWERS) {
          service.requireAlive(POLL_MILLIS);
          show(Stage.WARMING_UP);
        }
        client.catchUp();
        long loadStart = System.nanoTime();
        while (System.nanoTime() - loadStart < options.load().toNanos()) {
          service.requireAlive(POLL_MILLIS);
          show(Stage.UNDER_LOAD);
        }
        service.kill();
      }
    }
  }

  /** The second process: takes over what is left, serves, and is told to end. */
  private ServiceProcess.Ending restart() throws IOException, InterruptedException {
    try (ServiceProcess service = ServiceProcess.start(options)) {
      service.awaitReady(() -> show(Stage.RESTARTING));
      long start = System.nanoTime();
      while (LeftBehind.holds(options.directory()) > 0
          && System.nanoTime() - start < SETTLE_LIMIT.toNanos()) {
        service.requireAlive(POLL_MILLIS);
        show(Stage.RESTARTING);
      }
      try (ExitWatch watch = ExitWatch.start(options.directory())) {
        return service.end(options.gracePeriod(), () -> show(Stage.ENDING, watch.latest()));
      }
    }
  }

  private void show(Stage stage) {
    show(stage, Optional.empty());
  }

  private void show(Stage stage, Optional<ExitProgress> exit) {
    Tally.Counts counts = tally.counts();
    listener.onProgress(
        new DemoProgress(
            stage,
            Duration.ofNanos(System.nanoTime() - startNanos),
            counts.answered(),
            counts.refused(),
            counts.lost(),
            counts.elsewhere(),
            exit));
  }
}
