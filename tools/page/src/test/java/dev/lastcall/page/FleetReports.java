package dev.lastcall.page;

import dev.lastcall.api.CleanupKind;
import dev.lastcall.api.ExitReason;
import dev.lastcall.api.ExitReport;
import dev.lastcall.api.ExitReport.CleanupReport;
import dev.lastcall.api.ExitReport.DrainEnding;
import dev.lastcall.api.ExitReport.DrainReport;
import dev.lastcall.api.ExitReport.FlushReport;
import dev.lastcall.api.ExitReport.ProcessFacts;
import dev.lastcall.api.GracePeriod;
import dev.lastcall.api.Mode;
import dev.lastcall.api.Outcome;
import dev.lastcall.api.StackSample;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A week of a service's exits: its database became slower with a version, and hung twice. */
final class FleetReports {
  static final Instant MONDAY = Instant.parse("2026-03-09T06:00:00Z");
  private static final Duration GRACE = Duration.ofSeconds(10);

  private FleetReports() {}

  static Map<String, ExitReport> week(int exits, long seed) {
    Random random = new Random(seed);
    Map<String, ExitReport> reports = new LinkedHashMap<>();
    for (int exit = 0; exit < exits; exit++) {
      boolean isNew = exit >= exits / 2;
      Duration http = millis(350 + random.nextInt(100));
      Duration outbox = millis(80 + random.nextInt(60));
      Duration db = millis((isNew ? 600 : 200) + random.nextInt(80));
      Outcome ended = new Outcome.Completed(db);
      if (exit == exits / 3 || exit == exits - 2) {
        db = Duration.ofSeconds(3);
        ended = new Outcome.Abandoned(db, db, sample());
      }
      Instant at = MONDAY.plus(Duration.ofDays(7).multipliedBy(exit).dividedBy(exits));
      reports.put(
          "pod-" + exit % 4 + "/exit-" + exit + ".json",
          report(
              at,
              isNew ? "2.5.0" : "2.4.1",
              "orders-" + exit % 4,
              cleanup("http", new Outcome.Completed(http), Duration.ZERO, true),
              cleanup("outbox", new Outcome.Completed(outbox), http, false),
              cleanup("orders-db", ended, http, true)));
    }
    return reports;
  }

  static ExitReport report(Instant at, String version, String host, CleanupReport... cleanups) {
    Duration done = Duration.ZERO;
    for (CleanupReport cleanup : cleanups) {
      Duration end = cleanup.began().plus(cleanup.outcome().elapsed());
      done = end.compareTo(done) > 0 ? end : done;
    }
    return new ExitReport(
        new ProcessFacts(7, host, "com.example.orders.Main", "Java 17", at, version),
        new ExitReason(ExitReason.Door.SIGNAL, "SIGTERM"),
        Mode.PERMISSIVE,
        new GracePeriod(GRACE, "the test"),
        at,
        done,
        143,
        List.of(),
        new DrainReport(DrainEnding.NONE, 0, 0, 0),
        List.of(cleanups),
        List.of(),
        new FlushReport(millis(100), List.of(), false, List.of()),
        List.of());
  }

  static CleanupReport cleanup(String name, Outcome outcome, Duration began, boolean critical) {
    return new CleanupReport(
        name, CleanupKind.POOL, List.of(), GRACE, GRACE, began, outcome, critical, "");
  }

  static StackSample sample() {
    return new StackSample("lc:orders-db", Thread.State.WAITING, List.of(), "", "");
  }

  private static Duration millis(int millis) {
    return Duration.ofMillis(millis);
  }
}
