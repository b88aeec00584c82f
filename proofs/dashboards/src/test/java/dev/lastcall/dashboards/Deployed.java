package dev.lastcall.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What lies in {@code deploy/observe}. */
final class Deployed {
  static final Path PROMETHEUS = Path.of("../../deploy/observe/prometheus");
  private static final Path DASHBOARD = Path.of("../../deploy/observe/grafana/lastcall.json");
  private static final Path COLLECTOR = Path.of("../../deploy/observe/opentelemetry/collector.yml");
  private static final Pattern NAME =
      Pattern.compile("(?<![\\w:\"])(?:defer|lastcall)_[a-z_]+(?![\\w:\"])");
  private static final Pattern RECORDED = Pattern.compile("\\w+:[\\w:]+");

  private Deployed() {}

  static JsonNode dashboard() throws IOException {
    return new ObjectMapper().readTree(DASHBOARD.toFile());
  }

  static JsonNode rules() throws IOException {
    return new YAMLMapper().readTree(PROMETHEUS.resolve("lastcall.rules.yml").toFile());
  }

  static JsonNode collector() throws IOException {
    return new YAMLMapper().readTree(COLLECTOR.toFile());
  }

  /** The queries of the panels and annotations, with values for Grafana's variables. */
  static List<String> panelQueries() throws IOException {
    List<String> queries = new ArrayList<>();
    for (JsonNode text : dashboard().findValues("expr")) {
      queries.add(
          text.textValue()
              .replaceAll("\\$(job|instance|scope|name)\\b", ".*")
              .replace("$__rate_interval", "1m")
              .replace("$__range", "10m"));
    }
    return queries;
  }

  static List<String> ruleQueries() throws IOException {
    return rules().findValuesAsText("expr");
  }

  static Set<String> recorded() throws IOException {
    return new TreeSet<>(rules().findValuesAsText("record"));
  }

  /** The metrics of ours that a query names, recorded ones left out. */
  static Set<String> metricsIn(String query) {
    return found(NAME, query.replaceAll(RECORDED.pattern(), "").replaceAll("\"[^\"]*\"", ""));
  }

  static Set<String> recordedIn(String query) {
    return found(RECORDED, query.replaceAll("\"[^\"]*\"", ""));
  }

  private static Set<String> found(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  /** The configuration of Prometheus with addresses and intervals of the test's own. */
  static String prometheus(int service, int nodeExporter, int pushgateway) throws IOException {
    String rules = PROMETHEUS.resolve("lastcall.rules.yml").toRealPath().toString();
    return Files.readString(PROMETHEUS.resolve("prometheus.yml"))
        .replaceFirst("- lastcall.rules.yml", "- " + Matcher.quoteReplacement(rules))
        .replace("_interval: 5s", "_interval: 1s")
        .replace("_interval: 15s", "_interval: 1s")
        .replace("orders:9404", "127.0.0.1:" + service)
        .replace("node-exporter:9100", "127.0.0.1:" + nodeExporter)
        .replace("pushgateway:9091", "127.0.0.1:" + pushgateway);
  }
}
