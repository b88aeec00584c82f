package dev.lastcall.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lastcall.report.WallTime;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A fleet as JSON, in the form of {@code docs/schema/fleet-v1.schema.json}. Stateless and
 * thread-safe.
 */
public final class FleetJson {
  /** The version of the form; it grows when a member changes its meaning or goes away. */
  public static final int VERSION = 1;

  private static final int MOST_OUTLIERS = 50;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private FleetJson() {}

  /**
   * Writes a fleet.
   *
   * @param fleet the fleet
   * @param out where to; not closed
   * @throws IOException if {@code out} throws it
   */
  public static void write(Fleet fleet, Appendable out) throws IOException {
    out.append(text(node(fleet))).append('\n');
  }

  static ObjectNode node(Fleet fleet) {
    ObjectNode root = JSON.createObjectNode();
    root.put("lastcallFleet", VERSION);
    root.put("from", WallTime.of(fleet.from()));
    root.put("to", WallTime.of(fleet.to()));
    root.put("exits", fleet.exits());
    root.put("clean", fleet.clean());
    root.put("overrun", fleet.overrun());
    ArrayNode versions = root.putArray("versions");
    fleet.versions().forEach(versions::add);
    root.set("wholeExit", cost(fleet, fleet.whole()));
    ArrayNode cleanups = root.putArray("cleanups");
    fleet.cleanups().forEach(cost -> cleanups.add(cost(fleet, cost)));
    return root;
  }

  private static ObjectNode cost(Fleet fleet, FleetCost cost) {
    ObjectNode node = JSON.createObjectNode();
    node.put("name", cost.name());
    put(node, cost.spread());
    node.put("totalMillis", millis(cost.total()));
    node.put("critical", cost.critical());
    ObjectNode outcomes = node.putObject("outcomes");
    cost.outcomes().forEach(outcomes::put);
    ArrayNode versions = node.putArray("versions");
    for (Map.Entry<String, Spread> version : cost.byVersion().entrySet()) {
      put(versions.addObject().put("version", version.getKey()), version.getValue());
    }
    ArrayNode trend = node.putArray("trend");
    List<Spread> slices = fleet.trend(cost);
    for (int slice = 0; slice < slices.size(); slice++) {
      Instant begin = fleet.from().plus(fleet.slice().multipliedBy(slice));
      put(trend.addObject().put("from", WallTime.of(begin)), slices.get(slice));
    }
    ArrayNode outliers = node.putArray("outliers");
    cost.outliers().stream().limit(MOST_OUTLIERS).forEach(run -> outliers.add(outlier(run)));
    return node;
  }

  private static ObjectNode outlier(FleetRun run) {
    return JSON.createObjectNode()
        .put("at", WallTime.of(run.at()))
        .put("elapsedMillis", millis(run.elapsed()))
        .put("outcome", run.word())
        .put("version", run.version())
        .put("host", run.host())
        .put("source", run.source());
  }

  private static void put(ObjectNode node, Spread spread) {
    node.put("runs", spread.count())
        .put("p50Millis", millis(spread.p50()))
        .put("p95Millis", millis(spread.p95()))
        .put("p99Millis", millis(spread.p99()))
        .put("maxMillis", millis(spread.max()));
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }

  static String text(ObjectNode node) throws JsonProcessingException {
    return JSON.writeValueAsString(node);
  }
}
