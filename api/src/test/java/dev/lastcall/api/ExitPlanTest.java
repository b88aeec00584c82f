package dev.lastcall.api;

import static dev.lastcall.api.CleanupKind.OTHER;
import static dev.lastcall.api.CleanupKind.POOL;
import static dev.lastcall.api.CleanupKind.PRODUCER;
import static dev.lastcall.api.CleanupKind.SERVER;
import static dev.lastcall.api.CleanupKind.TELEMETRY;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.ExitPlan.Node;
import dev.lastcall.api.ExitPlan.Verdict;
import dev.lastcall.api.Finding.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ExitPlanTest {
  private static final List<String> PATH = List.of("http", "outbox", "orders-db");

  private static Node node(
      String name, CleanupKind kind, int seconds, int millis, int latest, String... after) {
    return new Node(
        name,
        kind,
        List.of(after),
        ofSeconds(seconds),
        ofMillis(millis),
        ofMillis(latest),
        Optional.empty());
  }

  @Test
  void aPlanThatFitsPrintsItsCleanupsInAlignedColumns() {
    List<Node> nodes =
        List.of(
            node("http", SERVER, 15, 15_000, 4_900),
            node("cache", OTHER, 5, 5_000, 19_900),
            node("outbox", PRODUCER, 2, 2_000, 19_900, "http"),
            node("orders-db", POOL, 3, 3_000, 21_900, "http", "outbox"),
            node("meters", TELEMETRY, 2, 2_000, 22_900, "cache", "outbox"));
    ExitPlan plan =
        new ExitPlan(nodes, PATH, ofSeconds(20), ofMillis(24_900), Verdict.FITS, List.of());
    assertThat(plan)
        .hasToString(
            """
            exit plan: 5 cleanups

                 cleanup    kind        bound  latest start  after
              *  http       server     15.0 s         4.9 s
                 cache      other       5.0 s        19.9 s
              *  outbox     producer    2.0 s        19.9 s  http
              *  orders-db  pool        3.0 s        21.9 s  http, outbox
                 meters     telemetry   2.0 s        22.9 s  cache, outbox

            critical path (*): http → outbox → orders-db = 20.0 s
            verdict: fits, 24.9 s available\
            """);
  }

  @Test
  void aScaledPlanShowsWhatEachCleanupGetsAndTheFindings() {
    List<Node> nodes =
        List.of(node("http", SERVER, 15, 9_000, 0), node("db", POOL, 5, 3_333, 9_000, "http"));
    ExitPlan plan =
        new ExitPlan(
            nodes,
            List.of("http", "db"),
            ofSeconds(20),
            ofMillis(12_350),
            Verdict.SCALED,
            List.of(new Finding("some-id", Severity.WARNING, "it is short", "make it longer")));
    assertThat(plan)
        .hasToString(
            """
            exit plan: 2 cleanups

                 cleanup  kind     bound  scaled to  latest start  after
              *  http     server  15.0 s      9.0 s         0.0 s
              *  db       pool     5.0 s    3.333 s         9.0 s  http

            critical path (*): http → db = 20.0 s
            verdict: does not fit, scaled, 12.35 s available
            warning: it is short\
            """);
  }

  @Test
  void anEmptyPlanIsTwoLines() {
    ExitPlan plan =
        new ExitPlan(List.of(), List.of(), Duration.ZERO, ofNanos(1_234), Verdict.FITS, List.of());
    assertThat(plan).hasToString("exit plan: 0 cleanups\nverdict: fits, 0.0000012 s available");
  }

  @Test
  void ofLongListsTheMiddleIsCounted() {
    List<String> names = IntStream.range(0, 1_000).mapToObj(i -> "n" + i).toList();
    Node node =
        new Node(
            "last",
            OTHER,
            names,
            ofSeconds(1),
            ofSeconds(1),
            Duration.ofDays(365L * 300_000),
            Optional.empty());
    ExitPlan plan =
        new ExitPlan(List.of(node), names, ofSeconds(1), ofSeconds(1), Verdict.REFUSED, List.of());
    assertThat(plan.toString())
        .startsWith("exit plan: 1 cleanup\n")
        .contains("n8, n9, … 980 more …, n990, n991")
        .contains("n8 → n9 → … 980 more … → n990 → n991")
        .contains("verdict: does not fit, refused, 1.0 s available")
        .hasLineCount(7);
  }
}
