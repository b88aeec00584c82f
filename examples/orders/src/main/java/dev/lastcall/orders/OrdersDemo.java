package dev.lastcall.orders;

import dev.lastcall.orders.DemoProgress.Stage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Starts the order service in a JVM of its own, puts it under load, sends it SIGTERM, and counts
 * from outside what was lost.
 *
 * <p>The load does not stop for the signal. A balancer watches the service's readiness, as it would
 * in a cluster; SIGKILL ends the grace period.
 */
public final class OrdersDemo {
  private static final int WARM_ANSWERS = 200;
  private static final int POLL_MILLIS = 25;

  private final DemoOptions options;
  private final ProgressListener listener;
  private final Tally tally = new Tally();
  private final long startNanos = System.nanoTime();

  private OrdersDemo(DemoOptions options, ProgressListener listener) {
    this.options = options;
    this.listener = listener;
  }

  /**
   * Runs the demo to its end.
   *
   * @param options what to show; the directory must not hold an earlier run
   * @param listener is told how it goes on
   * @return what was seen
   * @throws IOException if the directory cannot be used
   * @throws InterruptedException if interrupted; the service is killed then
   * @throws IllegalArgumentException if the directory holds an earlier run
   * @throws IllegalStateException if the service does not start, or what it left cannot be read
   */
  public static DemoResult run(DemoOptions options, ProgressListener listener)
      throws IOException, InterruptedException {
    claim(options.directory());
    return new OrdersDemo(options, listener).run();
  }

  /**
   * Makes the directory of a run.
   *
   * @throws IllegalArgumentException if it holds an earlier run
   */
  static void claim(Path directory) throws IOException {
    Files.createDirectories(directory);
    if (Files.exists(directory.resolve(OrderService.PORT_FILE))) {
      throw new IllegalArgumentException(
          "directory: " + directory + " (expected: without an earlier run)");
    }
  }

  private DemoResult run() throws IOException, InterruptedException {
    ServiceProcess.Ending ending;
    try (ServiceProcess service = ServiceProcess.start(options)) {
      InetSocketAddress address = service.awaitReady(() -> show(Stage.STARTING));
      ending = endUnderLoad(service, address);
    }
    Duration gone = elapsed();
    Optional<ServiceReport> report = ServiceReport.find(options.directory());
    report
        .map(left -> Optional.of(ExitProgress.cleaned(left.outcomes())))
        .ifPresent(exit -> show(Stage.ENDING, gone, exit));
    Tally.Counts counts = tally.counts();
    Losses losses =
        Verifier.read(options.directory(), () -> show(Stage.VERIFYING))
            .losses(tally.acknowledged(), counts.lost());
    return new DemoResult(
        options.form(),
        counts.sent(),
        counts.answered(),
        counts.refused(),
        counts.elsewhere(),
        losses,
        ending.exitMillis(),
        options.gracePeriod().toMillis(),
        ending.exitCode(),
        ending.killed(),
        report);
  }

  private ServiceProcess.Ending endUnderLoad(ServiceProcess service, InetSocketAddress address)
      throws IOException, InterruptedException {
    try (Balancer balancer = Balancer.start(address);
        LoadClient client =
            LoadClient.start(
                address,
                options.requestsPerSecond(),
                options.connections(),
                balancer::routesToService,
                tally)) {
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
      try (ExitWatch watch = ExitWatch.start(options.directory())) {
        return service.end(
            options.gracePeriod(), () -> show(Stage.ENDING, elapsed(), watch.latest()));
      }
    }
  }

  private void show(Stage stage) {
    show(stage, elapsed(), Optional.empty());
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }

  private void show(Stage stage, Duration elapsed, Optional<ExitProgress> exit) {
    Tally.Counts counts = tally.counts();
    listener.onProgress(
        new DemoProgress(
            stage,
            elapsed,
            counts.answered(),
            counts.refused(),
            counts.lost(),
            counts.elsewhere(),
            exit));
  }
}
