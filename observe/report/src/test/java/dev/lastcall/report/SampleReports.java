package dev.lastcall.report;

import dev.lastcall.api.CleanupKind;
import dev.lastcall.api.ExitReport;
import dev.lastcall.api.ExitReport.CleanupReport;
import dev.lastcall.api.Finding;
import dev.lastcall.api.Outcome;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;

/** Exits as they happen, to look at and to test with: always the same ones. */
final class SampleReports {
  private SampleReports() {}

  /** An order service that ended as it should. */
  static ExitReport typical() {
    SampleReport sample = new SampleReport(30_000, 812);
    sample.completed("http", CleanupKind.SERVER, 812, 412, true);
    sample.completed("metrics-push", CleanupKind.TELEMETRY, 812, 96, false);
    sample.completed("consumer", CleanupKind.CONSUMER, 812, 230, false);
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
    sample.target("logback", new Outcome.Completed(SampleReport.millis(41)));
    sample.target("audit", new Outcome.Failed(SampleReport.millis(3), diskFull()));
    sample.target(
        "metrics",
        new Outcome.Abandoned(
            SampleReport.millis(220), SampleReport.millis(200), SampleReport.pool()));
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
        SampleReport.millis(5_000),
        SampleReport.millis(5_000),
        SampleReport.millis(900),
        new Outcome.Failed(SampleReport.millis(20), cause),
        false,
        "");
  }

  private static String name(int i) {
    return "service-" + i / 10 + "/part-" + i % 10;
  }

  private static Throwable diskFull() {
    return SampleReport.thrownAt(
        new IOException("No space left on device"), "com.example.orders.AuditFile", "force");
  }

  private static Throwable chainOfCauses() {
    String outbox = "com.example.orders.Outbox";
    Throwable cause =
        SampleReport.thrownAt(new SQLException("connection is closed"), outbox, "send");
    Throwable thrown = new IllegalStateException("outbox: 17 messages left", cause);
    thrown.addSuppressed(
        SampleReport.thrownAt(new IOException("while rolling back"), outbox, "rollback"));
    return thrown;
  }
}
