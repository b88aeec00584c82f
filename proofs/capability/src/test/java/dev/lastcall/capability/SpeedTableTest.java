package dev.lastcall.capability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run cost is read, and told beside what it is compared with. */
final class SpeedTableTest {
  @TempDir private Path work;

  @Test
  void aProcessWritesDownWhatItCost() throws Exception {
    Path figures =
        Files.write(work.resolve("figures"), List.of("cpu=1500", "wall=900", "kilobytes=2048"));

    assertThat(Measured.Cost.read(figures)).isEqualTo(new Measured.Cost(1500, 900, 2));
  }

  @Test
  void medianAndSpreadBesideTheBase() {
    Map<Way, List<Measured.Cost>> costs = new EnumMap<>(Way.class);
    costs.put(Way.JAVAC, List.of(cost(1000), cost(3000), cost(2000)));
    costs.put(Way.PLUGIN, List.of(cost(2100), cost(2200), cost(2300)));

    assertThat(new SpeedTable("JDK 17", costs).markdown())
        .contains("| javac | 2.0 (1.0 to 3.0) | 1 | 1.0 | 7 |")
        .contains("| javac with the compiler plugin | 2.2 (2.1 to 2.3) | 1.10 × javac |");
  }

  private static Measured.Cost cost(long cpu) {
    return new Measured.Cost(cpu, 1000, 7);
  }
}
