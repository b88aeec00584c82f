package dev.lastcall.exit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.ExitPlan;
import dev.lastcall.api.Mode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any sequence of registrations and withdrawals beside a plain model. The parameter is the seed.
 */
final class GraphPropertyTest {
  private static final Duration AVAILABLE = Duration.ofSeconds(25);

  private final ExitGraph graph = new ExitGraph();

  /** The live nodes with what they are ordered after, junctions looked through. */
  private final Map<String, Set<String>> model = new LinkedHashMap<>();

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  private void add(CleanupSpec spec) {
    int bound = TickScale.spanning(AVAILABLE).boundTicks(spec.timeout());
    graph.add(spec, RandomGraph.FORCE, bound, null, ExitGraph.Check.NONE);
  }

  private ExitPlan plan() {
    return graph.read(nodes -> BudgetPlan.of(nodes, AVAILABLE, Mode.PERMISSIVE));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void exactlyTheCirclesAreRefused(long seed) {
    Random random = new Random(seed);
    int size = 2 + random.nextInt(12);
    double density = random.nextDouble() * 3 / size;
    List<String> names = new ArrayList<>();
    for (int node = 0; node < size; node++) {
      names.add("n" + node);
    }
    Collections.shuffle(names, random);
    for (String name : names) {
      CleanupSpec spec = CleanupSpec.named(name);
      for (String other : names) {
        spec = random.nextDouble() < density ? spec.after(other) : spec;
      }
      CleanupSpec chosen = spec;
      if (closesCircle(spec)) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> add(chosen))
            .satisfies(refusal -> checkCircle(chosen, Objects.toString(refusal.getMessage())));
      } else {
        assertThatCode(() -> add(chosen)).doesNotThrowAnyException();
        model.put(name, new HashSet<>(spec.predecessors()));
      }
    }
    checkOrder(plan());
  }

  private boolean closesCircle(CleanupSpec spec) {
    Deque<String> next = new ArrayDeque<>(spec.predecessors());
    Set<String> seen = new HashSet<>();
    while (!next.isEmpty()) {
      String name = next.pop();
      if (name.equals(spec.name())) {
        return true;
      }
      if (seen.add(name)) {
        next.addAll(model.getOrDefault(name, Set.of()));
      }
    }
    return false;
  }

  /** Each name on the path is ordered after the one before it. */
  private void checkCircle(CleanupSpec refused, String message) {
    assertThat(message)
        .startsWith("after: " + refused.name() + " → ")
        .endsWith(" → " + refused.name() + " (expected: no circle), cleanup: " + refused.name());
    String names = message.substring("after: ".length(), message.indexOf(" ("));
    List<String> path = List.of(names.split(" → ", -1));
    for (int i = 1; i < path.size(); i++) {
      Set<String> after =
          i == path.size() - 1
              ? Set.copyOf(refused.predecessors())
              : model.getOrDefault(path.get(i), Set.of());
      assertThat(after).contains(path.get(i - 1));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void withdrawalKeepsTheOrderOfTheOthers(long seed) {
    Random random = new Random(seed);
    for (int step = 0; step < 400; step++) {
      List<String> live = new ArrayList<>(model.keySet());
      if (!live.isEmpty() && random.nextInt(100) < 48) {
        String name = live.get(random.nextInt(live.size()));
        assertThat(graph.withdraw(name)).isTrue();
        assertThat(graph.withdraw(name)).isFalse();
        withdrawFromModel(name);
      } else {
        CleanupSpec spec = CleanupSpec.named("n" + random.nextInt(1_000_000));
        for (int i = random.nextInt(4); i > 0 && !live.isEmpty(); i--) {
          spec = spec.after(live.get(random.nextInt(live.size())));
        }
        if (!model.containsKey(spec.name())) {
          add(spec);
          model.put(spec.name(), new HashSet<>(spec.predecessors()));
        }
      }
    }
    checkOrder(plan());
    int nodes = graph.read(Nodes::size);
    assertThat(nodes).isLessThan(2 * model.size() + 200);
  }

  private void withdrawFromModel(String name) {
    Set<String> inherited = Objects.requireNonNull(model.remove(name));
    for (Set<String> after : model.values()) {
      if (after.remove(name)) {
        after.addAll(inherited);
      }
    }
  }

  /** The plan has the model's nodes and edges, and each node after its predecessors. */
  private void checkOrder(ExitPlan plan) {
    Map<String, Set<String>> planned = new HashMap<>();
    for (ExitPlan.Node node : plan.nodes()) {
      for (String predecessor : node.after()) {
        assertThat(planned).containsKey(predecessor);
      }
      planned.put(node.name(), new HashSet<>(node.after()));
    }
    model.values().forEach(after -> after.retainAll(model.keySet()));
    assertThat(planned).isEqualTo(model);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatAPlanAllotsNeverExceedsWhatThereIsAlongAnyChain(long seed) {
    Random random = new Random(seed);
    RandomGraph.of(random, 80).forEach(this::add);
    ExitPlan plan = plan();
    Map<String, Duration> ends = new HashMap<>();
    Duration demanded = Duration.ZERO;
    Map<String, Duration> demands = new HashMap<>();
    for (ExitPlan.Node node : plan.nodes()) {
      Duration begin = latest(node, ends);
      ends.put(node.name(), begin.plus(node.allotted()));
      assertThat(begin).isLessThanOrEqualTo(node.latestStart().plusNanos(1_000));
      assertThat(node.latestStart().plus(node.allotted())).isLessThanOrEqualTo(AVAILABLE);
      assertThat(ends.get(node.name())).isLessThanOrEqualTo(AVAILABLE);
      demands.put(node.name(), latest(node, demands).plus(node.timeout()));
      if (demanded.compareTo(demands.get(node.name())) < 0) {
        demanded = Objects.requireNonNull(demands.get(node.name()));
      }
    }
    assertThat(plan.demanded()).isEqualTo(demanded);
    boolean fits = demanded.compareTo(AVAILABLE) <= 0;
    assertThat(plan.verdict()).isEqualTo(fits ? ExitPlan.Verdict.FITS : ExitPlan.Verdict.SCALED);
    assertThat(plan.findings()).hasSize(fits ? 0 : 1);
    String last = plan.criticalPath().get(plan.criticalPath().size() - 1);
    assertThat(demands.get(last)).isEqualTo(demanded);
    for (ExitPlan.Node node : plan.nodes()) {
      assertThat(node.allotted().equals(node.timeout())).isEqualTo(fits);
    }
  }

  private static Duration latest(ExitPlan.Node node, Map<String, Duration> ends) {
    Duration latest = Duration.ZERO;
    for (String predecessor : node.after()) {
      Duration end = Objects.requireNonNull(ends.get(predecessor));
      latest = latest.compareTo(end) < 0 ? end : latest;
    }
    return latest;
  }
}
