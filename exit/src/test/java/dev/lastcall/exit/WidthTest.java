package dev.lastcall.exit;

import static dev.lastcall.api.CleanupSpec.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.PlainCleanup;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WidthTest {
  private static final PlainCleanup NOTHING = () -> {};

  private final ExitGraph graph = new ExitGraph();

  @Test
  void nothingHasNoWidth() {
    assertThat(width()).isZero();
  }

  @Test
  void aChainIsOneWide() {
    add(named("a"), named("b").after("a"), named("c").after("b"));
    assertThat(width()).isEqualTo(1);
  }

  @Test
  void whatHasNoOrderRunsAtOnce() {
    add(named("a"), named("b"), named("c"));
    assertThat(width()).isEqualTo(3);
  }

  @Test
  void behindAHubRunAsManyAsBeforeIt() {
    add(named("a1"), named("a2"), named("a3"), named("hub").after("a1", "a2", "a3"));
    add(named("b1").after("hub"), named("b2").after("hub"), named("b3").after("hub"));
    assertThat(width()).isEqualTo(3);
  }

  @Test
  void aSlowCleanupRunsBesideAllThatComesLater() {
    add(named("slow"), named("a"), named("b1").after("a"), named("b2").after("a"));
    assertThat(width()).isEqualTo(3);
  }

  @Test
  void aPathIsTakenFromWhomNobodyElseComesAfter() {
    add(named("shared"), named("own"), named("a").after("shared", "own"));
    add(named("b").after("shared"));
    assertThat(width()).isEqualTo(2);
  }

  @Test
  void aWithdrawnCleanupCountsForNothing() {
    add(named("a"), named("gone").after("a"), named("b").after("gone"), named("alone"));
    graph.withdraw("gone");
    graph.withdraw("alone");
    assertThat(width()).isEqualTo(1);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("dev.lastcall.exit.GraphPropertyTest#seeds")
  void noMoreCanRunAtOnceInAnyGraph(long seed) {
    Random random = new Random(seed);
    Nodes nodes = randomNodes(random, 1 + random.nextInt(10), random.nextDouble());
    assertThat(Width.of(nodes)).isBetween(atOnce(nodes), nodes.size());
  }

  private int width() {
    return graph.read(Width::of);
  }

  private void add(CleanupSpec... specs) {
    for (CleanupSpec spec : specs) {
      graph.add(spec, NOTHING, 1, null, ExitGraph.Check.NONE);
    }
  }

  private static Nodes randomNodes(Random random, int size, double density) {
    ExitGraph graph = new ExitGraph();
    for (int node = 0; node < size; node++) {
      List<String> after = new ArrayList<>();
      for (int other = 0; other < node; other++) {
        if (random.nextDouble() < density) {
          after.add("n" + other);
        }
      }
      CleanupSpec spec = named("n" + node).after(after.toArray(String[]::new));
      graph.add(spec, NOTHING, 1, null, ExitGraph.Check.NONE);
    }
    return graph.read(all -> all);
  }

  /** Tries every set of nodes; the size of the largest one without an order in it. */
  private static int atOnce(Nodes nodes) {
    int[] before = new int[nodes.size()];
    for (int node = 0; node < before.length; node++) {
      for (int edge = nodes.firstEdge(node); edge != Nodes.NONE; edge = nodes.nextEdge(edge)) {
        before[node] |= before[nodes.predecessor(edge)] | 1 << nodes.predecessor(edge);
      }
    }
    int most = 0;
    for (int set = 0; set < 1 << before.length; set++) {
      most = Math.max(most, isFree(set, before) ? Integer.bitCount(set) : 0);
    }
    return most;
  }

  private static boolean isFree(int set, int[] before) {
    for (int node = 0; node < before.length; node++) {
      if ((set >> node & 1) == 1 && (before[node] & set) != 0) {
        return false;
      }
    }
    return true;
  }
}
