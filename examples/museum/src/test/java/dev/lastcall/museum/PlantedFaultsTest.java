package dev.lastcall.museum;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.lint.Lint;
import dev.lastcall.lint.LintFinding;
import dev.lastcall.lint.LintSettings;
import dev.lastcall.rules.Rules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/**
 * The checks find what is planted in the naive forms of the museum's programs, and nothing else in
 * any example. What {@link ColdFlush}, {@link VirtualThreadsStarve} and {@link
 * CancellationRacesCleanup} show is not to be seen in their source.
 */
final class PlantedFaultsTest {
  private static final Path EXAMPLES = Path.of("..");

  @Test
  void theChecksFindExactlyThePlantedFaults() throws IOException {
    assertThat(found())
        .containsExactlyInAnyOrder(
            "CleanupsPileUp.java LC0101"
                + " Runtime.getRuntime().addShutdownHook(new Thread(() -> release(buffer)));",
            "ExitInsideHook.java LC0401 System.exit(1);",
            "ExitSkipsFinally.java LC0404 Runtime.getRuntime().halt(0);",
            "HooksRaceTheLogger.java LC1101 LOGGER.info(\"closing step \" + line);",
            "LastExceptionWins.java LC0801 closeFile();",
            "LastExceptionWins.java LC0802 closeFile();",
            "UnlockBeforeLock.java LC0501 LOCK.unlock();");
  }

  /** File, rule and line, as the command line finds them: without a class path. */
  private static List<String> found() throws IOException {
    LintSettings settings =
        new LintSettings(
            List.of(EXAMPLES),
            EXAMPLES,
            List.of(),
            OptionalInt.empty(),
            StandardCharsets.UTF_8,
            Rules.all(),
            Rules.facts());
    return Lint.run(settings, (checked, of, at) -> {}).findings().stream()
        .map(PlantedFaultsTest::text)
        .toList();
  }

  private static String text(LintFinding found) {
    return found.file().getFileName()
        + " "
        + found.finding().rule().id()
        + " "
        + found.line().strip();
  }
}
