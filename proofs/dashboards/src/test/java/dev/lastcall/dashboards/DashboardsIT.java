package dev.lastcall.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lastcall.crashlab.ChildJvm;
import dev.lastcall.crashlab.ChildJvmBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Prometheus scrapes a real service, while it runs and after it ended. */
final class DashboardsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Path NOTHING = Path.of("/dev/null");

  @TempDir Path root;

  @BeforeEach
  void requirePrograms() {
    Optional<String> missing =
        Part.missing(
            "prometheus", "promtool", "prometheus-pushgateway", "prometheus-node-exporter");
    assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
  }

  @Test
  void promtoolTakesTheRulesTheirTestsAndTheConfiguration()
      throws IOException, InterruptedException {
    Path folder = Deployed.PROMETHEUS;

    assertThat(Part.promtool(folder, NOTHING, "check", "rules", "lastcall.rules.yml"))
        .startsWith("0\n");
    assertThat(Part.promtool(folder, NOTHING, "test", "rules", "lastcall.rules.test.yml"))
        .startsWith("0\n")
        .contains("SUCCESS");
    assertThat(Part.promtool(folder, NOTHING, "check", "config", "prometheus.yml"))
        .startsWith("0\n");
  }

  @Test
  void everyQueryHasAnAnswerAndTheExitIsSeenAfterIt() throws IOException, InterruptedException {
    Path textfiles = Files.createDirectories(root.resolve("textfiles"));
    try (Part gateway = Part.start(root, "prometheus-pushgateway");
        Part node = nodeExporter(textfiles)) {
      await().atMost(PATIENCE).until(() -> gateway.isReady("/-/ready") && node.isReady("/metrics"));
      try (ChildJvm service = service(textfiles, gateway)) {
        service.awaitLine("serving metrics");
        try (Part prometheus = prometheus(node, gateway)) {
          theThreeOfTheArticleAreAnswered(prometheus);
          Set<String> unanswered = new TreeSet<>(queries());
          await()
              .atMost(PATIENCE)
              .untilAsserted(
                  () -> assertThat(stillEmpty(prometheus, unanswered)).hasSizeLessThanOrEqualTo(4));
          theScrapeIsAsPrometheusWantsIt();
          service.signal("TERM");
          while (service.process().isAlive()) {
            stillEmpty(prometheus, unanswered); // what is only there during an exit
          }
          assertThat(service.awaitEnding().killed()).isFalse();
          theExitIsSeen(prometheus);
          await()
              .atMost(PATIENCE)
              .untilAsserted(() -> assertThat(stillEmpty(prometheus, unanswered)).isEmpty());
          everyMetricThatIsUsedIsThere(textfiles);
        }
      }
    }
  }

  private static void theThreeOfTheArticleAreAnswered(Part prometheus) {
    for (String query :
        List.of(
            "defer_timeout_total{name=\"charge\"} > 0",
            "defer_panic_total{scope=\"order\", name=\"notify\"} > 0",
            "defer_duration_seconds_bucket{scope=\"order\", name=\"audit\", le=\"1.0\"} > 0",
            "lastcall_scopes_leaked == 1",
            "lastcall_phase{phase=\"serving\"} == 1")) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(prometheus.query(query)).as(query).isNotEmpty());
    }
  }

  private static List<String> queries() throws IOException {
    List<String> queries = new ArrayList<>(Deployed.panelQueries());
    queries.addAll(Deployed.recorded());
    return queries;
  }

  /** Those that no answer was seen for yet. */
  private static Set<String> stillEmpty(Part prometheus, Set<String> unanswered) {
    unanswered.removeIf(query -> !prometheus.query(query).isEmpty());
    return unanswered;
  }

  private void theScrapeIsAsPrometheusWantsIt() throws IOException, InterruptedException {
    Path scrape = root.resolve("scrape");
    int port = Integer.parseInt(Files.readString(root.resolve("port")));
    Files.writeString(
        scrape,
        new String(
            java.net
                .URI
                .create("http://127.0.0.1:" + port + "/metrics")
                .toURL()
                .openStream()
                .readAllBytes(),
            java.nio.charset.StandardCharsets.UTF_8));
    assertThat(Part.promtool(root, scrape, "check", "metrics")).isEqualTo("0\n");
  }

  private static void theExitIsSeen(Part prometheus) {
    for (String job : List.of("node", "orders")) {
      String abandoned =
          "defer_timeout_total{job=\""
              + job
              + "\", scope=\"exit\", name=\"db\","
              + " outcome=\"abandoned\"} == 1";
      String outcome = "lastcall_exit_outcome{job=\"" + job + "\", outcome=\"abandoned\"} == 1";
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                assertThat(prometheus.query(abandoned)).as(abandoned).isNotEmpty();
                assertThat(prometheus.query(outcome)).as(outcome).isNotEmpty();
              });
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(firing(prometheus))
                    .contains("LastcallCleanupAbandoned db", "LastcallScopesLeaked "));
  }

  private static Set<String> firing(Part prometheus) {
    Set<String> firing = new TreeSet<>();
    for (JsonNode alert : prometheus.json("/api/v1/alerts").at("/data/alerts")) {
      if (alert.path("state").asText().equals("firing")) {
        firing.add(
            alert.at("/labels/alertname").asText() + " " + alert.at("/labels/name").asText());
      }
    }
    return firing;
  }

  private static void everyMetricThatIsUsedIsThere(Path textfiles) throws IOException {
    Set<String> there = new TreeSet<>();
    for (String line : Files.readAllLines(textfiles.resolve("orders.prom"))) {
      there.add(line.split("[ {]", 2)[0]);
    }
    List<String> all = new ArrayList<>(Deployed.panelQueries());
    all.addAll(Deployed.ruleQueries());
    int named = 0;
    for (String query : all) {
      named += Deployed.metricsIn(query).size();
      assertThat(there).as(query).containsAll(Deployed.metricsIn(query));
    }
    assertThat(named).isGreaterThan(20);
  }

  private Part nodeExporter(Path textfiles) throws IOException {
    return Part.start(
        root,
        "prometheus-node-exporter",
        "--collector.disable-defaults",
        "--collector.textfile",
        "--collector.textfile.directory=" + textfiles);
  }

  private ChildJvm service(Path textfiles, Part gateway) {
    return ChildJvmBuilder.of(MeteredService.class, root)
        .options("-Dlastcall.scope.leaks=all", "-Xmx256m", "-XX:+UseSerialGC")
        .arguments(textfiles.toString(), "127.0.0.1:" + gateway.port())
        .start();
  }

  private Part prometheus(Part node, Part gateway) throws IOException {
    int port = Integer.parseInt(Files.readString(root.resolve("port")));
    Path file =
        Files.writeString(
            root.resolve("prometheus.yml"), Deployed.prometheus(port, node.port(), gateway.port()));
    Part prometheus =
        Part.start(
            root,
            "prometheus",
            "--config.file=" + file,
            "--storage.tsdb.path=" + root.resolve("tsdb"));
    await().atMost(PATIENCE).until(() -> prometheus.isReady("/-/ready"));
    return prometheus;
  }
}
