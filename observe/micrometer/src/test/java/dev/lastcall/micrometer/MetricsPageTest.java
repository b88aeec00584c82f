package dev.lastcall.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What {@code docs/metrics.md} shows is compiled, and it names every metric that there is. */
final class MetricsPageTest {
  private static final Path PAGE = Path.of("../../docs/metrics.md");
  private static final Path TESTS = Path.of("src/test/java/dev/lastcall/micrometer");

  @Test
  void theProgramIsTheOneThatIsRun() throws IOException {
    shows("MetricsExample.java", "  // begin program\n", "\n  // end program\n");
  }

  @Test
  void theWaysOutAreCompiled() throws IOException {
    shows("WaysOutExample.java", "    // begin ways\n", "    // end ways\n");
  }

  @Test
  void everyMetricIsNamed() throws IOException {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    String page = Files.readString(PAGE);
    try (LastcallMetrics metrics = LastcallMetrics.in(registry).open()) {
      assertThat(metrics.findings()).isEmpty();
      registry
          .scrape()
          .lines()
          .filter(line -> line.startsWith("# TYPE "))
          .map(line -> line.split(" ", -1)[2])
          .filter(name -> !name.endsWith("_max"))
          .forEach(name -> assertThat(page).contains('`' + name + '`'));
    }
  }

  private static void shows(String file, String begin, String end) throws IOException {
    String source = Files.readString(TESTS.resolve(file));
    int from = source.indexOf(begin) + begin.length();
    String code = source.substring(from, source.indexOf(end, from));
    assertThat(Files.readString(PAGE))
        .contains("```java\n" + code.stripTrailing().stripIndent() + "\n```");
  }
}
