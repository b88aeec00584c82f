package dev.lastcall.demo;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.lastcall.cli.Terminal;
import dev.lastcall.orders.DemoOptions;
import dev.lastcall.orders.DemoProgress;
import dev.lastcall.orders.DemoProgress.Stage;
import dev.lastcall.orders.ExitProgress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DemoScreenTest {
  private static final Optional<ExitProgress> DRAINING =
      Optional.of(new ExitProgress("DRAIN", 3, Map.of("db", "REGISTERED")));
  private static final Optional<ExitProgress> CLEANING =
      Optional.of(new ExitProgress("CLEAN", 0, Map.of("http", "completed", "db", "abandoned")));

  private final StringWriter written = new StringWriter();

  @Test
  void writesALineForEachStepThatIsOver() {
    DemoScreen screen = screen(false, 100, StandardCharsets.UTF_8);
    screen.onProgress(at(0, Stage.UNDER_LOAD, 0, 0, Optional.empty()));
    screen.onProgress(at(1000, Stage.UNDER_LOAD, 300, 0, Optional.empty()));
    screen.onProgress(at(1100, Stage.ENDING, 310, 2, DRAINING));
    screen.onProgress(at(1300, Stage.ENDING, 320, 2, CLEANING));
    screen.finish();
    assertThat(written.toString().lines())
        .containsExactly(
            "  under load    1.0 s  300 answered · 0 lost · 300 a second",
            "  drain         0.0 s  310 answered · 2 lost · 3 in flight",
            "  clean         0.0 s  320 answered · 2 lost · http ✓  outbox ○  broker ○  db ✘"
                + " abandoned  log ○");
  }

  @Test
  void rewritesTheLineOfATerminalAndKeepsInsideItsWidth() {
    DemoScreen screen = screen(true, 40, StandardCharsets.UTF_8);
    screen.onProgress(at(0, Stage.ENDING, 320, 2, CLEANING));
    screen.onProgress(at(100, Stage.ENDING, 321, 2, CLEANING));
    screen.finish();
    assertThat(List.of(written.toString().split("\r\u001b\\[2K")))
        .hasSize(4)
        .allMatch(line -> line.stripTrailing().length() < 40)
        .last(as(STRING))
        .startsWith("  clean         0.1 s  321 answered");
  }

  @Test
  void isPlainWhereOnlyAsciiCanBeShown() {
    DemoScreen screen = screen(false, 100, StandardCharsets.US_ASCII);
    screen.introduce(DemoOptions.in(Path.of("x")).withStuck("db"));
    screen.onProgress(at(0, Stage.ENDING, 320, 2, CLEANING));
    screen.finish();
    assertThat(written.toString())
        .matches("\\p{ASCII}*")
        .contains("When its parts are closed: db hangs.", "http ok", "db abandoned");
  }

  @Test
  void tellsTheSeedOfChaosAndWhatItDoes() {
    DemoScreen screen = screen(false, 100, StandardCharsets.UTF_8);
    screen.introduce(DemoOptions.in(Path.of("x")).withChaos(42));
    assertThat(written.toString()).contains("(chaos, seed 42): ");
  }

  private DemoScreen screen(boolean interactive, int width, Charset charset) {
    return new DemoScreen(
        new PrintWriter(written), new Terminal(interactive, false, width, charset));
  }

  private static DemoProgress at(
      long millis, Stage stage, long answered, long lost, Optional<ExitProgress> exit) {
    return new DemoProgress(stage, Duration.ofMillis(millis), answered, 0, lost, 0, exit);
  }
}
