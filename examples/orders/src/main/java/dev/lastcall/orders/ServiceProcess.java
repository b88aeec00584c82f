package dev.lastcall.orders;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The service's process: started, waited for, told to end, and killed when its grace period is
 * over; and killed with this process, so that nobody is left behind.
 */
final class ServiceProcess implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final int POLL_MILLIS = 25;

  private final Process process;
  private final Path directory;
  private final Path output;
  private final Thread orphanGuard;

  private ServiceProcess(Process process, Path directory, Path output) {
    this.process = process;
    this.orphanGuard = new Thread(process::destroyForcibly, "orphan-guard");
    this.directory = directory;
    this.output = output;
  }

  /** Starts the service in its directory, where an earlier one may have been killed. */
  static ServiceProcess start(DemoOptions options) throws IOException {
    Path directory = options.directory();
    Files.deleteIfExists(directory.resolve(OrderService.PORT_FILE));
    Witnesses.makeKey(directory);
    Path output = directory.resolve("service.out");
    Process process =
        ChildJava.start(
            options.form().mainClass(),
            options.form().logConfiguration(),
            directory,
            options.serviceArguments(),
            output);
    ServiceProcess service = new ServiceProcess(process, directory, output);
    Runtime.getRuntime().addShutdownHook(service.orphanGuard);
    return service;
  }

  /**
   * Waits until the service says that it is ready.
   *
   * @throws IllegalStateException if it ends or takes longer than a minute
   */
  InetSocketAddress awaitReady(Runnable eachPoll) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Path portFile = directory.resolve(OrderService.PORT_FILE);
    while (System.nanoTime() - start < START_LIMIT.toNanos()) {
      if (Files.exists(portFile)) {
        int port = Integer.parseInt(Files.readString(portFile));
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        if (Balancer.isReady(address)) {
          return address;
        }
      }
      requireAlive(POLL_MILLIS);
      eachPoll.run();
    }
    throw new IllegalStateException(
        "service: not ready (expected: within "
            + START_LIMIT
            + ")\n"
            + ChildJava.lastLines(output));
  }

  /** Lets the time pass, unless the service ends by itself, which is an error. */
  void requireAlive(int millis) throws InterruptedException {
    if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException(
          "service: ended with "
              + process.exitValue()
              + " (expected: to run)\n"
              + ChildJava.lastLines(output));
    }
  }

  /**
   * Sends SIGTERM, waits, and sends SIGKILL at the end of the grace period, as the kubelet does.
   */
  Ending end(Duration gracePeriod, Runnable eachPoll) throws InterruptedException {
    long start = System.nanoTime();
    process.destroy();
    boolean killed = false;
    while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
      if (!killed && System.nanoTime() - start >= gracePeriod.toNanos()) {
        process.destroyForcibly();
        killed = true;
      }
      eachPoll.run();
    }
    long exitMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    return new Ending(exitMillis, process.exitValue(), killed);
  }

  /** Sends SIGKILL and waits until the process is gone. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** Kills the service if it still runs. */
  @Override
  public void close() {
    process.destroyForcibly();
    try {
      Runtime.getRuntime().removeShutdownHook(orphanGuard);
    } catch (IllegalStateException shuttingDown) {
      // It runs already.
    }
  }

  /** How the process ended, measured from SIGTERM to its being gone. */
  record Ending(long exitMillis, int exitCode, boolean killed) {}
}
