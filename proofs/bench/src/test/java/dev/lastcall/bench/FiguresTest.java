package dev.lastcall.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Runs some benchmarks for a few milliseconds within this process: they work; what they say is
 * void.
 */
final class FiguresTest {
  @Test
  void printsATableWithTheRatioToTheBaseline() throws Exception {
    String text = Figures.measure("--smoke", "ScopeOf1Benchmark.(tryFinally|scopeClosing)$");

    assertThat(text)
        .contains("### ScopeOf1Benchmark", System.getProperty("java.vm.version"))
        .containsPattern(
            "\\| scopeClosing \\| [0-9.]+ ± [0-9.]+ \\([0-9.]+\\) ns/op \\| [0-9.]+ \\| [0-9.]+"
                + " \\|")
        .containsPattern("\\| tryFinally \\| .* \\| 1.00 \\|");
  }

  @Test
  void everyBenchmarkOfScopesRuns() throws Exception {
    String text = Figures.measure("--smoke", "Scope.*Benchmark");

    assertThat(text.lines().filter(line -> line.contains("ns/op")))
        .as(text)
        .hasSizeGreaterThanOrEqualTo(30);
  }

  @Test
  void saysHowItIsUsedWhenAskedForNothing() throws Exception {
    assertThat(Figures.measure()).startsWith("usage: bench");
    assertThat(Figures.measure("--quick", "--help")).startsWith("usage: bench");
  }
}
