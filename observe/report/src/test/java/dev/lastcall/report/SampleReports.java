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
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Exits as they happen, to look at and to test with: always the same ones. */
final class SampleReports {
  private static final Instant BEGAN = Instant.parse("2026-03-14T09:26:53.589Z");

  private SampleReports() {}

  /** An order service that ended as it should. */
  static ExitReport typical() {
    SampleReport sample = new SampleReport(30_000, 812);
    sample.completed("http", CleanupKind.SERVER, 812, 412, true);
    sample.completed("metrics-push", CleanupKind.TELEMETRY, 812, 96, false);
    sample.completed("consumer", CleanupKind.CONSUMER, 812, 230, false, "metrics-push");
    sample.completed("outbox", CleanupKind.PRODUCER, 1_224, 655, true, "http", "consumer");
    sample.completed("orders-db", CleanupKind.POOL, 1_879, 48.25, true, "http", "outbox");
    return sample.report(1_941, 0);
  }

  /** The same service, but its connection pool never closes. */
  static ExitReport stuckDatabase() {
    SampleReport sample = new SampleReport(10_000, 640);
    sample.completed("http", CleanupKind.SERVER, 640, 380, true);
    sample.completed("consumer", CleanupKind.CONSUMER, 640, 210, false);
    sample.completed("outbox", CleanupKind.PRODUCER, 1_020, 700, true, "http", "consumer");
    sample.abandoned("orders-db", CleanupKind.POOL, 1_720, 3_250, true, "http", "outbox");
    sample.completed("broker", CleanupKind.OTHER, 1_720, 460, false, "outbox");
    sample.finding(
        "other-hooks-race",
        Finding.Severity.WARNING,
        "Logback's shutdown hook closes the appenders while cleanups still log",
        "remove <shutdownHook/> from logback.xml; the flush target \"logback\" does its work");
    return sample.report(5_002, 143);
  }

  /** Everything that can go wrong, in one exit that used up its grace period. */
  static ExitReport everythingBad() {
    SampleReport sample = new SampleReport(8_000, 2_000);
    sample.failed("http", CleanupKind.SERVER, 2_000, 120, new IOException("Broken pipe"));
    sample.timedOut("consumer", CleanupKind.CONSUMER, 2_000, 3_400, 3_000);
    sample.failed("outbox", CleanupKind.PRODUCER, 5_400, 35, chainOfCauses());
    sample.abandoned("orders-db", CleanupKind.POOL, 5_400, 1_900, true, "consumer");
    sample.abandoned("cache", CleanupKind.POOL, 5_435, 1_865, false, "outbox");
    sample.skipped("broker", 7_300, "deadline passed before it could begin", "orders-db");
    sample.target("logback", new Outcome.Completed(millis(41)));
    sample.target("audit", new Outcome.Failed(millis(3), diskFull()));
    sample.target("metrics", new Outcome.Abandoned(millis(220), millis(200), SampleReport.pool()));
    sample.finding(
        "plan-exceeds-grace-period",
        Finding.Severity.ERROR,
        "the critical path consumer → orders-db → broker takes up to 13 s, but 5.3 s are available",
        "raise terminationGracePeriodSeconds to 18 or shorten the bound of \"consumer\"");
    sample.finding("shell-is-pid-1", Finding.Severity.INFO, "a shell is process 1", "use exec");
    return sample.report(7_640, 71);
  }

  /** A service with this many cleanups in layers of ten; a few of them did not complete. */
  static ExitReport many(int cleanups) {
    Random random = new Random(42);
    CleanupKind[] kinds = CleanupKind.values();
    SampleReport sample = new SampleReport(30_000, 500);
    double layerBegin = 500;
    double layerEnd = layerBegin;
    for (int i = 0; i < cleanups; i++) {
      if (i % 10 == 0) {
        layerBegin = layerEnd;
      }
      double elapsed = 5 + Math.abs(random.nextGaussian()) * 120;
      layerEnd = Math.max(layerEnd, layerBegin + elapsed);
      String[] after =
          i < 10
              ? new String[0]
              : new String[] {name(i - 10), name(i - 10 - i % 10 + random.nextInt(10))};
      CleanupKind kind = kinds[random.nextInt(kinds.length)];
      if (random.nextInt(40) == 0) {
        sample.failed(
            name(i), kind, layerBegin, elapsed, new SQLException("connection is closed"), after);
      } else {
        sample.completed(name(i), kind, layerBegin, elapsed, i % 10 == 3, after);
      }
    }
    return sample.report(layerEnd + 20, 0);
  }

  /** Names in Chinese, as the rules for names allow. */
  static ExitReport chineseNames() {
    SampleReport sample = new SampleReport(30_000, 300);
    sample.completed("订单服务", CleanupKind.SERVER, 300, 420, true);
    sample.timedOut("消息生产者", CleanupKind.PRODUCER, 720, 2_180, 2_000, "订单服务");
    sample.abandoned("数据库连接池", CleanupKind.POOL, 2_900, 3_250, true, "消息生产者");
    sample.failed("缓存-redis", CleanupKind.POOL, 720, 64, new IOException("连接被对方重置"), "订单服务");
    sample.skipped("审计", 6_150, "前置清理未完成: 数据库连接池", "数据库连接池");
    return sample.report(6_190, 70);
  }

  /** An exit with no cleanup at all. */
  static ExitReport empty() {
    return new SampleReport(30_000, 0).report(4, 0);
  }

  /** All samples. */
  static List<ExitReport> all() {
    return List.of(typical(), stuckDatabase(), everythingBad(), many(200), chineseNames(), empty());
  }

  /** A report with other cleanups. */
  static ExitReport with(ExitReport report, List<CleanupReport> cleanups) {
    return new ExitReport(
        report.process(),
        report.reason(),
        report.mode(),
        report.gracePeriod(),
        report.beganAt(),
        report.workDone(),
        report.exitCode(),
        report.phases(),
        report.drain(),
        cleanups,
        report.criticalPath(),
        report.flush(),
        report.findings());
  }

  /** A cleanup that failed. */
  static CleanupReport failing(String name, Throwable cause) {
    return new CleanupReport(
        name,
        CleanupKind.OTHER,
        List.of(),
        millis(5_000),
        millis(5_000),
        millis(900),
        new Outcome.Failed(millis(20), cause),
        false,
        "");
  }

  static Duration millis(double millis) {
    return Duration.ofNanos(Math.round(millis * 1_000_000));
  }

  private static String name(int i) {
    return "service-" + i / 10 + "/part-" + i % 10;
  }

  private static Throwable diskFull() {
    IOException thrown = new IOException("No space left on device");
    thrown.setStackTrace(SampleReport.frames("com.example.orders.AuditFile", "force"));
    return thrown;
  }

  private static Throwable chainOfCauses() {
    IllegalStateException thrown =
        new IllegalStateException(
            "outbox: 17 messages left", new SQLException("connection is closed"));
    thrown.addSuppressed(new IOException("while rolling back"));
    return thrown;
  }

  /** Gathers one exit; times in milliseconds from its begin. */
  private static final class SampleReport {
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
      cause.setStackTrace(frames("com.example.orders.Outbox", "close"));
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
      double cleaned =
          cleanups.stream()
              .mapToDouble(c -> c.began().plus(c.outcome().elapsed()).toNanos() / 1e6)
              .max()
              .orElse(drain);
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
          List.of(
              phase(ExitPhase.DRAIN, 0, drain),
              phase(ExitPhase.CLEAN, drain, cleaned),
              phase(ExitPhase.FLUSH, cleaned, workDone),
              phase(ExitPhase.REPORT, workDone, workDone + 1.5)),
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
  }
}
