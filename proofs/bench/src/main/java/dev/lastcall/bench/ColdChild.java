package dev.lastcall.bench;

import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.ExitPhase;
import dev.lastcall.api.ExitReport;
import dev.lastcall.api.ExitReport.PhaseReport;
import dev.lastcall.api.FlushTarget;
import dev.lastcall.defer.CleanupThreads;
import dev.lastcall.defer.Watchdog;
import dev.lastcall.exit.ExitCoordinator;
import dev.lastcall.runtime.Lastcall;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A process that runs an exit of 10 cleanups, which do nothing, once in its life, and prints how
 * many milliseconds that took from the call until all had ended; the first thing that it does.
 */
@SuppressWarnings("lastcall:LC0101") // as many as are measured
public final class ColdChild {
  private static final int SIZE = 10;
  private static final int THREADS = 4;

  private final Graph graph = Graph.of("layered", SIZE);
  private final AtomicInteger ran = new AtomicInteger();

  private ColdChild() {}

  /**
   * Measures one exit.
   *
   * @param args the contender
   * @throws Throwable if the exit fails
   */
  public static void main(String[] args) throws Throwable {
    ColdChild child = new ColdChild();
    switch (args[0]) {
      case "lastcall" -> child.lastcall();
      case "coordinator" -> child.coordinator();
      case "futures" -> child.futures();
      case "pekko" -> child.pekko();
      case "spring" -> child.spring();
      case "hadoop" -> child.hadoop();
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  /** As a service has it: installed, registered, ready, ended. */
  private void lastcall() throws InterruptedException {
    long[] began = new long[1];
    Lastcall lastcall = Lastcall.builder().quiet().onReport(ColdChild::print).install();
    for (CleanupSpec spec : Exits.specs(graph)) {
      lastcall.defer(spec, ran::incrementAndGet);
    }
    lastcall.flushLast(
        "stop-watch",
        new FlushTarget() {
          @Override
          public void flush(Deadline deadline) {
            print(began[0]);
          }

          @Override
          public void rehearse(Deadline deadline) {
            // There is nothing to measure yet.
          }
        });
    lastcall.ready();
    began[0] = System.nanoTime();
    lastcall.exit(0);
    lastcall.awaitExit();
  }

  private static void print(ExitReport report) {
    for (PhaseReport phase : report.phases()) {
      if (phase.phase() == ExitPhase.CLEAN) {
        Child.print("the graph alone, by its report", phase.elapsed().toNanos() / 1e6);
      }
    }
  }

  /** Nothing was rehearsed. */
  private void coordinator() {
    CleanupThreads threads = CleanupThreads.start(THREADS, Watchdog.shared());
    ExitCoordinator exit =
        Exits.lastcall(Exits.specs(graph), node -> ran::incrementAndGet, threads);
    long began = System.nanoTime();
    Exits.run(exit);
    end(began);
  }

  private void futures() {
    List<CompletableFuture<Void>> exit =
        Exits.futures(graph, node -> ran::incrementAndGet, Executors.newFixedThreadPool(THREADS));
    long began = System.nanoTime();
    Exits.run(exit);
    end(began);
  }

  private void pekko() {
    PekkoExit exit = PekkoExit.of(graph, node -> ran::incrementAndGet, PekkoExit.system(THREADS));
    long began = System.nanoTime();
    exit.run();
    end(began);
  }

  private void spring() {
    SpringExit exit =
        SpringExit.of(graph, node -> ran::incrementAndGet, Executors.newFixedThreadPool(THREADS));
    long began = System.nanoTime();
    exit.run();
    end(began);
  }

  private void hadoop() throws Throwable {
    HadoopExit exit = HadoopExit.of(graph, node -> ran::incrementAndGet);
    long began = System.nanoTime();
    exit.run();
    end(began);
  }

  private void end(long beganNanos) {
    print(beganNanos);
    Runtime.getRuntime().halt(0);
  }

  private void print(long beganNanos) {
    double millis = (System.nanoTime() - beganNanos) / 1e6;
    if (ran.get() != SIZE) {
      throw new IllegalStateException(ran + " of " + SIZE + " cleanups ran");
    }
    Child.print("", millis);
  }
}
