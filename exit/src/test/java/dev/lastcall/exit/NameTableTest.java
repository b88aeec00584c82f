package dev.lastcall.exit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.CleanupSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class NameTableTest {
  static LongStream seeds() {
    return LongStream.range(0, 30);
  }

  /** Pairs of "Aa" and "BB" have the same hash. */
  private static String name(Random random) {
    StringBuilder name = new StringBuilder("x");
    for (int i = 0; i < 9; i++) {
      name.append(random.nextBoolean() ? "Aa" : "BB");
    }
    return random.nextBoolean() ? name.toString() : "n" + random.nextInt(500);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void findsWhatWasAddedAndNotWhatWasRemoved(long seed) {
    Random random = new Random(seed);
    Nodes nodes = new Nodes();
    NameTable table = new NameTable();
    Map<String, Integer> model = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (int step = 0; step < 2_000; step++) {
      String name = name(random);
      int found = table.find(nodes, name);
      Integer expected = model.get(name);
      assertThat(found < 0 ? -1 : found).isEqualTo(expected == null ? -1 : expected);
      if (expected == null) {
        int node = nodes.addLive(CleanupSpec.named(name), RandomGraph.FORCE, 1);
        table.add(nodes, node, found);
        model.put(name, node);
        names.add(name);
      } else if (random.nextInt(3) == 0) {
        table.remove(nodes, name);
        table.remove(nodes, name);
        nodes.withdraw(expected);
        model.remove(name);
      }
    }
    NameTable copy = NameTable.of(nodes);
    for (String name : names) {
      int expected = model.getOrDefault(name, -1);
      assertThat(Math.max(-1, table.find(nodes, name))).isEqualTo(expected);
      assertThat(Math.max(-1, copy.find(nodes, name))).isEqualTo(expected);
    }
  }
}
