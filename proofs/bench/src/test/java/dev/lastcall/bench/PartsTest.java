package dev.lastcall.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastcall.defer.CleanupThreads;
import dev.lastcall.defer.Watchdog;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measures everything once in its smallest form: it works; what it says is void. */
final class PartsTest {
  @ParameterizedTest
  @CsvSource({"signals, 7", "bounded, 8", "graph, 20", "verify, 2", "logging, 18", "metrics, 4"})
  void everyBenchmarkRuns(String part, int rows) throws Exception {
    List<String> figures =
        Figures.measure("--smoke", part).lines().filter(line -> line.contains(" ns/")).toList();

    assertThat(figures).hasSizeGreaterThanOrEqualTo(rows);
  }

  @ParameterizedTest
  @CsvSource({
    "held, 4",
    "makespan, 7",
    "cold, 7",
    "overshoot, 3",
    "flush, 3",
    "second-signal, 1",
    "end, 3"
  })
  void everyContenderIsMeasuredInAProcessOfItsOwn(String part, int rows) throws Exception {
    List<String> figures =
        Figures.measure("--smoke", part)
            .lines()
            .filter(line -> line.startsWith("| JDK " + Runtime.version().feature()))
            .toList();

    assertThat(figures)
        .hasSizeGreaterThanOrEqualTo(rows)
        .allMatch(row -> row.matches("(\\| [^|]+){2}\\| -?[0-9.]+ ± 0.00 \\|.*\\| 1 \\|.*"));
  }

  @Test
  void aChainOf100000CleanupsOverflowsNoStack() {
    Graph chain = Graph.of("chain", 100_000);
    try (CleanupThreads threads = CleanupThreads.start(2, Watchdog.shared())) {
      int longest =
          Exits.run(Exits.lastcall(Exits.specs(chain), node -> GraphStates.NOTHING, threads));

      assertThat(longest).isEqualTo(100_000);
    }
  }

  @Test
  void theBestOfSeveralBaselinesIsComparedWith() throws Exception {
    String text = Figures.measure("--smoke", "BoundedCallBenchmark.(failsafe|resilience4j)$");

    assertThat(text.lines().filter(line -> line.contains(" ns/op")))
        .hasSize(2)
        .anyMatch(row -> row.endsWith("| 1.00 |"))
        .noneMatch(row -> row.matches(".*\\| 0\\.[0-9]+ \\|"));
  }

  @Test
  void anUnknownOptionIsRefusedWithTheUsage() {
    assertThatThrownBy(() -> Figures.measure("--qick", "all"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--qick (expected: a known option)")
        .hasMessageContaining("usage: bench");
  }

  @Test
  void aFolderWithoutAJdkIsRefused() {
    assertThatThrownBy(() -> Figures.measure("--java", "/nowhere", "all"))
        .hasMessageContaining("java: /nowhere (expected: the folder of a JDK)");
  }
}
