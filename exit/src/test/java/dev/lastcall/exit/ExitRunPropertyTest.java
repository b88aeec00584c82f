package dev.lastcall.exit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.ExitReport.CleanupReport;
import dev.lastcall.api.NodeState;
import dev.lastcall.api.Outcome;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any graph, any mix of outcomes, in virtual time. The parameter of each test is its seed. */
final class ExitRunPropertyTest {
  private static final int MOST_NODES = 60;

  private final Map<String, Simulation.Script> scripts = new HashMap<>();
  private Nodes nodes = new Nodes();

  static LongStream seeds() {
    return LongStream.range(0, 400);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyNodeIsAccountedForExactlyOnceInOrderAndInTime(long seed) {
    Random random = new Random(seed);
    List<CleanupSpec> specs = RandomGraph.of(random, MOST_NODES);
    Duration available = Duration.ofMillis(5_000 + random.nextInt(60_000));
    Simulation simulation = simulation(random, specs, available);
    long began = simulation.ticker.nanos();

    CleanResult result = simulation.play(1 + random.nextInt(8));

    Map<String, CleanupReport> reports =
        result.cleanups().stream()
            .collect(Collectors.toMap(CleanupReport::name, Function.identity()));
    assertThat(reports).hasSameSizeAs(specs);
    assertThat(simulation.ticker.nanos() - began).isLessThanOrEqualTo(available.toNanos());
    for (int node = 0; node < nodes.size(); node++) {
      assertThat(simulation.state(node)).isEqualTo(NodeState.EXECUTED);
    }
    for (CleanupSpec spec : specs) {
      checkOrder(simulation, spec);
      checkOutcome(simulation, spec, reports, available);
    }
    checkCriticalPath(simulation, result, reports);
  }

  private Simulation simulation(Random random, List<CleanupSpec> specs, Duration available) {
    ExitGraph graph = new ExitGraph();
    TickScale scale = TickScale.spanning(available);
    boolean calm = random.nextBoolean();
    for (CleanupSpec spec : specs) {
      graph.add(
          spec, RandomGraph.FORCE, scale.boundTicks(spec.timeout()), null, ExitGraph.Check.NONE);
      int longest = random.nextInt(calm ? 20 : 5) > 0 ? 100 : 8_000;
      scripts.put(
          spec.name(),
          new Simulation.Script(
              random.nextInt(longest), random.nextInt(600), random.nextInt(calm ? 50 : 5) == 0));
    }
    nodes = graph.read(all -> all);
    return new Simulation(nodes, scripts, available);
  }

  private static void checkOrder(Simulation simulation, CleanupSpec spec) {
    Long begin = simulation.begins.get(spec.name());
    if (begin == null) {
      return;
    }
    for (String predecessor : spec.predecessors()) {
      Long end = simulation.ends.get(predecessor);
      if (simulation.begins.containsKey(predecessor)) {
        assertThat(end).as("end of " + predecessor).isNotNull().isLessThanOrEqualTo(begin);
      }
    }
  }

  private static void checkOutcome(
      Simulation simulation,
      CleanupSpec spec,
      Map<String, CleanupReport> reports,
      Duration available) {
    CleanupReport report = report(reports, spec.name());
    Outcome outcome = report.outcome();
    boolean ran = !(outcome instanceof Outcome.Skipped);
    assertThat(simulation.runs.getOrDefault(spec.name(), 0)).isEqualTo(ran ? 1 : 0);
    assertThat(report.began()).isLessThanOrEqualTo(available);
    assertThat(report.began().plus(outcome.elapsed())).isLessThanOrEqualTo(available);
    assertThat(report.allotted().isZero()).isEqualTo(!ran);
    boolean mayRun =
        !spec.requiresPredecessors()
            || spec.predecessors().stream()
                .allMatch(name -> report(reports, name).outcome().isCompleted());
    if (outcome instanceof Outcome.Skipped skipped && !skipped.why().startsWith("predecessor ")) {
      assertThat(skipped.why()).isEqualTo("deadline passed before it could begin");
      assertThat(report.began()).isGreaterThanOrEqualTo(available.minusNanos(1_000));
    } else {
      assertThat(ran).isEqualTo(mayRun);
    }
  }

  private static CleanupReport report(Map<String, CleanupReport> reports, String name) {
    return Objects.requireNonNull(reports.get(name));
  }

  private static void checkCriticalPath(
      Simulation simulation, CleanResult result, Map<String, CleanupReport> reports) {
    List<String> path = result.criticalPath();
    assertThat(path).isNotEmpty();
    for (int i = 1; i < path.size(); i++) {
      assertThat(report(reports, path.get(i)).after()).contains(path.get(i - 1));
    }
    assertThat(result.cleanups().stream().filter(CleanupReport::critical).map(CleanupReport::name))
        .containsExactlyInAnyOrderElementsOf(path);
    long last = simulation.ends.values().stream().mapToLong(Long::longValue).max().orElse(0);
    Long end = simulation.ends.get(path.get(path.size() - 1));
    if (end != null) {
      assertThat(last - end).isLessThanOrEqualTo(1_000);
    }
  }
}
