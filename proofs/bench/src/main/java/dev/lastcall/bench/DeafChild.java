package dev.lastcall.bench;

import static java.time.Duration.ofMillis;

import dev.lastcall.api.ExitPhase;
import dev.lastcall.api.ExitReport;
import dev.lastcall.api.ExitReport.PhaseReport;
import dev.lastcall.api.PlainCleanup;
import dev.lastcall.runtime.Lastcall;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * A process of which every cleanup ignores its interrupt. Lastcall's prints how late after their
 * deadline the cleanups were given up.
 */
@SuppressWarnings({"lastcall:LC0101", "lastcall:LC0201", "lastcall:LC0302"}) // deaf on purpose
public final class DeafChild {
  /** The line that a cleanup prints when it begins. */
  static final String BEGUN = "begun";

  private static final int CLEANUPS = 8;

  private DeafChild() {}

  /**
   * Waits for a signal.
   *
   * @param args the contender, how the cleanups pass their time, the grace period in milliseconds
   * @throws InterruptedException never
   */
  public static void main(String[] args) throws InterruptedException {
    PlainCleanup cleanup =
        switch (args[1]) {
          case "parked" -> DeafChild::park;
          case "spinning" -> DeafChild::spin;
          default -> throw new IllegalArgumentException(args[1]);
        };
    Duration grace = ofMillis(Long.parseLong(args[2]));
    switch (args[0]) {
      case "lastcall" -> lastcall(cleanup, grace);
      case "hook" -> hook(cleanup, grace);
      default -> throw new IllegalArgumentException(args[0]);
    }
    System.out.println(Child.SERVING);
    Thread.currentThread().join();
  }

  private static void lastcall(PlainCleanup cleanup, Duration grace) {
    Lastcall lastcall =
        Lastcall.builder().gracePeriod(grace).quiet().onReport(DeafChild::print).install();
    for (int number = 0; number < CLEANUPS; number++) {
      lastcall.defer("deaf-" + number, cleanup);
    }
    lastcall.ready();
  }

  private static void print(ExitReport report) {
    Duration deadline = report.gracePeriod().length().minus(report.flush().reserve());
    for (PhaseReport phase : report.phases()) {
      if (phase.phase() == ExitPhase.CLEAN) {
        Duration late = phase.began().plus(phase.elapsed()).minus(deadline);
        Child.print("cleanups given up after their deadline", late.toNanos() / 1e6);
      }
    }
  }

  /** As most people write it. */
  private static void hook(PlainCleanup cleanup, Duration grace) {
    ExecutorService pool = Executors.newFixedThreadPool(CLEANUPS);
    Runnable task = () -> runUnchecked(cleanup);
    Runnable end =
        () -> {
          IntStream.range(0, CLEANUPS).forEach(number -> pool.execute(task));
          pool.shutdown();
          awaitOnce(pool, grace);
          pool.shutdownNow();
        };
    Runtime.getRuntime().addShutdownHook(new Thread(end));
  }

  private static void runUnchecked(PlainCleanup cleanup) {
    try {
      cleanup.run();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitOnce(ExecutorService pool, Duration grace) {
    try {
      if (pool.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("they were not deaf");
      }
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
  }

  private static void park() {
    System.out.println(BEGUN);
    while (true) {
      LockSupport.park();
      Thread.interrupted();
    }
  }

  private static void spin() {
    System.out.println(BEGUN);
    while (true) {
      Thread.onSpinWait();
    }
  }
}
