package dev.lastcall.exit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.Mode;
import dev.lastcall.api.TraceContext;
import dev.lastcall.defer.CleanupThreads;
import dev.lastcall.defer.Watchdog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The page {@code docs/exit-graph.md} shows code that is compiled and what it prints. */
final class ExitGraphPageTest {
  @Test
  void theExampleOnThePageIsTheOneThatIsCompiled() throws IOException {
    String source = Files.readString(Path.of("src/test/java/dev/lastcall/exit/GraphExample.java"));
    assertThat(between(page(), "```java\n", "```"))
        .isEqualTo(between(source, "  // begin\n", "\n  // end").stripIndent() + "\n");
  }

  @Test
  void thePlanOnThePageIsWhatTheExamplePrints() throws IOException {
    Deadline.Ticker ticker = Deadline.Ticker.system();
    try (Watchdog watchdog = Watchdog.start(ticker);
        CleanupThreads threads = CleanupThreads.start(1, watchdog)) {
      ExitCoordinator exit =
          ExitCoordinator.create(
              threads,
              new ExitSettings(
                  Duration.ofSeconds(25),
                  Mode.PERMISSIVE,
                  TraceContext.none(),
                  event -> {},
                  ticker));
      GraphExample.register(exit, () -> {});
      assertThat(exit.ready()).isEmpty();
      assertThat(page()).contains("```text\n" + exit.plan() + "\n```");
    }
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("../docs/exit-graph.md"));
  }

  private static String between(String text, String begin, String end) {
    int from = text.indexOf(begin) + begin.length();
    return text.substring(from, text.indexOf(end, from));
  }
}
