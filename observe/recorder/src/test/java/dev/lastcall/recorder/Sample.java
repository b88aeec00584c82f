package dev.lastcall.recorder;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import dev.lastcall.api.CleanupKind;
import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.ExitPhase;
import dev.lastcall.api.ExitPlan;
import dev.lastcall.api.ExitReason;
import dev.lastcall.api.ExitReport.ProcessFacts;
import dev.lastcall.api.GracePeriod;
import dev.lastcall.api.Mode;
import dev.lastcall.api.Outcome;
import dev.lastcall.api.StackSample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One exit as events: of five cleanups, with names that take some bytes. */
final class Sample {
  static final ProcessFacts PROCESS =
      new ProcessFacts(
          4711,
          "orders-7d9f8c6b5-x2vlp",
          "com.example.orders.Main",
          "Eclipse Adoptium 25.0.3+9",
          Instant.parse("2026-03-14T09:00:00Z"));
  static final GracePeriod GRACE =
      new GracePeriod(ofSeconds(10), "Kubernetes, terminationGracePeriodSeconds");
  static final ExitEvent INSTALLED = new ExitEvent.Installed(ZERO, PROCESS, GRACE, Mode.PERMISSIVE);
  static final ExitReason REASON = new ExitReason(ExitReason.Door.SIGNAL, "SIGTERM");
  static final StackSample STACK =
      new StackSample(
          "lc:orders-db",
          Thread.State.TIMED_WAITING,
          List.of(
              new StackTraceElement(
                  null, "java.base", null, "jdk.internal.misc.Unsafe", "park", null, -2),
              new StackTraceElement(
                  "com.zaxxer.hikari.pool.HikariPool", "shutdown", "HikariPool.java", 231)),
          "java.util.concurrent.Semaphore$NonfairSync@5b1669c0",
          "orders-worker-7");

  private Sample() {}

  static ExitPlan plan() {
    return plan(
        node("http", CleanupKind.SERVER),
        node("顧客", CleanupKind.OTHER),
        node("outbox", CleanupKind.OTHER, "http"),
        node("orders-db", CleanupKind.OTHER, "outbox"),
        node("broker", CleanupKind.OTHER, "outbox", "顧客"));
  }

  /** A chain as long as asked for. */
  static ExitPlan plan(int size) {
    List<ExitPlan.Node> nodes = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String[] after = i == 0 ? new String[0] : new String[] {"cleanup-" + (i - 1)};
      nodes.add(node("cleanup-" + i, CleanupKind.OTHER, after));
    }
    return plan(nodes.toArray(ExitPlan.Node[]::new));
  }

  private static ExitPlan plan(ExitPlan.Node... nodes) {
    return new ExitPlan(
        List.of(nodes),
        List.of(nodes[0].name(), nodes[2].name(), nodes[3].name()),
        ofSeconds(9),
        ofMillis(9_500),
        ExitPlan.Verdict.FITS,
        List.of());
  }

  private static ExitPlan.Node node(String name, CleanupKind kind, String... after) {
    return new ExitPlan.Node(
        name,
        kind,
        Arrays.asList(after),
        ofSeconds(3),
        ofSeconds(3),
        ofMillis(7),
        Optional.empty());
  }

  /** Up to the middle: two have ended, one has failed, one runs, one waits for it. */
  static List<ExitEvent> half() {
    return List.of(
        INSTALLED,
        new ExitEvent.Ready(ZERO, plan()),
        new ExitEvent.ExitBegan(ZERO, REASON, plan()),
        new ExitEvent.PhaseBegan(ZERO, ExitPhase.DRAIN),
        new ExitEvent.PhaseBegan(ofMillis(640), ExitPhase.CLEAN),
        began("http", 640),
        began("顧客", 640),
        ended("http", 1_020, new Outcome.Completed(ofMillis(380))),
        ended("顧客", 850, new Outcome.Failed(ofMillis(210), gone())),
        began("outbox", 1_020),
        new ExitEvent.CleanupInterrupted(ofMillis(4_020), "outbox", STACK));
  }

  private static Throwable gone() {
    IllegalStateException gone = new IllegalStateException("the CRM is gone");
    gone.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("com.example.crm.Client", "close", "Client.java", 88)
        });
    return gone;
  }

  static ExitEvent began(String name, long millis) {
    return new ExitEvent.CleanupBegan(ofMillis(millis), name, ofSeconds(3), "4bf92f3577b34da6");
  }

  static ExitEvent ended(String name, long millis, Outcome outcome) {
    return new ExitEvent.CleanupEnded(ofMillis(millis), name, outcome);
  }

  static List<Outcome> outcomes() {
    Duration time = ofMillis(1_234);
    return List.of(
        new Outcome.Completed(time),
        new Outcome.Failed(time, new IllegalStateException("why")),
        new Outcome.TimedOut(time, time, STACK),
        new Outcome.Abandoned(time, time, STACK),
        new Outcome.Skipped("a predecessor failed"));
  }
}
