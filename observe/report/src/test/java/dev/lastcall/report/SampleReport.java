package dev.lastcall.report;

import dev.lastcall.api.CleanupKind;
import dev.lastcall.api.ExitPhase;
import dev.lastcall.api.ExitReason;
import dev.lastcall.api.ExitReport;
import dev.lastcall.api.ExitReport.CleanupReport;
import dev.lastcall.api.ExitReport.DrainEnding;
import dev.lastcall.api.ExitReport.DrainReport;
import dev.lastcall.api.ExitReport.FlushReport;
import dev.lastcall.api.ExitReport.PhaseReport;
import dev.lastcall.api.ExitReport.ProcessFacts;
import dev.lastcall.api.ExitReport.TargetReport;
import dev.lastcall.api.Finding;
import dev.lastcall.api.GracePeriod;
import dev.lastcall.api.Mode;
import dev.lastcall.api.Outcome;
import dev.lastcall.api.StackSample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Gathers one exit; times in milliseconds from its begin. */
final class SampleReport {
  private static final Instant BEGAN = Instant.parse("2026-03-14T09:26:53.589Z");

  private final double grace;
  private final double drain;
  private final List<CleanupReport> cleanups = new ArrayList<>();
  private final List<TargetReport> targets = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  SampleReport(double grace, double drain) {
    this.grace = grace;
    this.drain = drain;
  }

  void completed(
      String name,
      CleanupKind kind,
      double began,
      double elapsed,
      boolean critical,
      String... after) {
    add(name, kind, began, new Outcome.Completed(millis(elapsed)), critical, after);
  }

  void failed(
      String name,
      CleanupKind kind,
      double began,
      double elapsed,
      Throwable cause,
      String... after) {
    thrownAt(cause, "com.example.orders.Outbox", "close");
    add(name, kind, began, new Outcome.Failed(millis(elapsed), cause), false, after);
  }

  void timedOut(
      String name,
      CleanupKind kind,
      double began,
      double elapsed,
      double timeout,
      String... after) {
    StackSample sample =
        new StackSample(
            "lc:" + name,
            Thread.State.RUNNABLE,
            List.of(frames("com.example.orders.OrderConsumer", "poll")),
            "",
            "");
    add(
        name,
        kind,
        began,
        new Outcome.TimedOut(millis(elapsed), millis(timeout), sample),
        true,
        after);
  }

  void abandoned(
      String name,
      CleanupKind kind,
      double began,
      double elapsed,
      boolean critical,
      String... after) {
    add(
        name,
        kind,
        began,
        new Outcome.Abandoned(millis(elapsed), millis(elapsed - 250), pool()),
        critical,
        after);
  }

  void skipped(String name, double began, String why, String... after) {
    add(name, CleanupKind.OTHER, began, new Outcome.Skipped(why), false, after);
  }

  private void add(
      String name,
      CleanupKind kind,
      double began,
      Outcome outcome,
      boolean critical,
      String... after) {
    Duration allotted =
        outcome instanceof Outcome.Skipped
            ? Duration.ZERO
            : outcome instanceof Outcome.TimedOut late
                ? late.timeout()
                : outcome instanceof Outcome.Abandoned left ? left.timeout() : kind.timeout();
    cleanups.add(
        new CleanupReport(
            name,
            kind,
            List.of(after),
            kind.timeout(),
            allotted,
            millis(began),
            outcome,
            critical,
            "4bf92f3577b34da6a3ce929d0e0e4736"));
  }

  void target(String name, Outcome outcome) {
    targets.add(new TargetReport(name, millis(6.1), outcome));
  }

  void finding(String id, Finding.Severity severity, String message, String advice) {
    findings.add(new Finding(id, severity, message, advice));
  }

  ExitReport report(double workDone, int exitCode) {
    if (targets.isEmpty()) {
      target("logback", new Outcome.Completed(millis(7.9)));
      target("metrics", new Outcome.Completed(millis(2.2)));
    }
    return new ExitReport(
        new ProcessFacts(
            4711,
            "orders-7d9f8c6b5-x2vlp",
            "com.example.orders.Main",
            "Eclipse Adoptium 25.0.3+9",
            BEGAN.minusSeconds(86_400)),
        new ExitReason(ExitReason.Door.SIGNAL, "SIGTERM"),
        Mode.PERMISSIVE,
        new GracePeriod(millis(grace), "Kubernetes, terminationGracePeriodSeconds"),
        BEGAN,
        millis(workDone),
        exitCode,
        phases(workDone),
        new DrainReport(drain == 0 ? DrainEnding.NONE : DrainEnding.QUIET, 3, 0, 41),
        cleanups,
        cleanups.stream().filter(CleanupReport::critical).map(CleanupReport::name).toList(),
        new FlushReport(
            millis(500),
            List.of(
                "100 ms for the flush itself",
                "300 ms because a thread sits in accept",
                "100 ms CPU quota period"),
            false,
            targets),
        findings);
  }

  private List<PhaseReport> phases(double workDone) {
    double cleaned =
        cleanups.stream()
            .mapToDouble(c -> c.began().plus(c.outcome().elapsed()).toNanos() / 1e6)
            .max()
            .orElse(drain);
    return List.of(
        phase(ExitPhase.DRAIN, 0, drain),
        phase(ExitPhase.CLEAN, drain, cleaned),
        phase(ExitPhase.FLUSH, cleaned, workDone),
        phase(ExitPhase.REPORT, workDone, workDone + 1.5));
  }

  private static PhaseReport phase(ExitPhase phase, double from, double to) {
    return new PhaseReport(phase, millis(from), millis(to - from));
  }

  static StackSample pool() {
    return new StackSample(
        "lc:orders-db",
        Thread.State.TIMED_WAITING,
        List.of(frames("com.zaxxer.hikari.pool.HikariPool", "shutdown")),
        "java.util.concurrent.Semaphore$NonfairSync@5b1669c0",
        "orders-worker-7");
  }

  /** Gives a throwable a stack that does not change with the lines of these samples. */
  static Throwable thrownAt(Throwable thrown, String type, String method) {
    thrown.setStackTrace(frames(type, method));
    return thrown;
  }

  private static StackTraceElement[] frames(String type, String method) {
    return new StackTraceElement[] {
      new StackTraceElement(
          null, "java.base", "17.0.15", "jdk.internal.misc.Unsafe", "park", "Unsafe.java", -2),
      new StackTraceElement(
          null,
          "java.base",
          "17.0.15",
          "java.util.concurrent.Semaphore",
          "tryAcquire",
          "Semaphore.java",
          415),
      new StackTraceElement(
          "app",
          null,
          null,
          type,
          method,
          type.substring(type.lastIndexOf('.') + 1) + ".java",
          231),
      new StackTraceElement(
          "app", null, null, "com.example.orders.Main", "lambda$main$3", "Main.java", 64),
    };
  }

  /** Returns a duration. */
  static Duration millis(double millis) {
    return Duration.ofNanos(Math.round(millis * 1_000_000));
  }
}
