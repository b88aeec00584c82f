package dev.lastcall.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastcall.cli.Subcommand;
import dev.lastcall.orders.DemoProgress;
import dev.lastcall.orders.DemoProgress.Stage;
import dev.lastcall.orders.DemoResult;
import dev.lastcall.orders.ExitForm;
import dev.lastcall.orders.Losses;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

/** What the demo prints around a run. */
final class DemoOutputTest {
  private final StringWriter text = new StringWriter();
  private final PrintWriter out = new PrintWriter(text);

  @Test
  void isASubcommandOfLastcallByBeingOnTheClassPath() {
    assertThat(ServiceLoader.load(Subcommand.class))
        .hasOnlyElementsOfType(DemoCommand.class)
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"10s, 10000", "500ms, 500", "2m, 120000", "7, 7000", " 3 s , 3000"})
  void durationsAreUnderstoodAsPeopleWriteThem(String given, long millis) {
    assertThat(new DurationOption().convert(given)).isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s", "-1s", "1h", "1.5s", "99999999999s"})
  void otherDurationsAreRefused(String given) {
    assertThatThrownBy(() -> new DurationOption().convert(given))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("(expected: a number with ms, s or m, such as 10s)");
  }

  @Test
  void awayFromATerminalEachStageIsOneLine() {
    report(new LiveProgress(out, false));

    assertThat(text.toString().lines())
        .containsExactly(
            "  the service starts                   1.0 s",
            "  under load                           2.5 s   answered 40, refused 1, lost 0");
  }

  @Test
  void onATerminalOneLineLives() {
    report(new LiveProgress(out, true));

    assertThat(text.toString())
        .contains("\r\u001b[K  under load                           0.0 s   answered 10")
        .endsWith("answered 40, refused 1, lost 0" + System.lineSeparator());
  }

  @Test
  void losesStandOutBesideTheRunThatLostNothing() {
    DemoSummary.print(
        List.of(
            result(ExitForm.NAIVE, new Losses(19, 0, 14, 0), 10_020, true),
            result(ExitForm.LASTCALL, new Losses(0, 0, 0, 0), 1_840, false)),
        out);

    assertThat(text.toString())
        .containsPattern("shutdown hooks +Lastcall")
        .containsPattern("lost without an answer +19 LOST +0\n")
        .containsPattern("messages +14 LOST +0\n")
        .containsPattern("process gone after +10.02 s, killed +1.84 s of 10 s\n");
  }

  private static void report(LiveProgress progress) {
    progress.onProgress(at(Stage.STARTING, 0, 0));
    progress.onProgress(at(Stage.STARTING, 1_000, 0));
    progress.onProgress(at(Stage.UNDER_LOAD, 1_500, 10));
    progress.onProgress(at(Stage.UNDER_LOAD, 4_000, 40));
    progress.finish();
  }

  private static DemoProgress at(Stage stage, long millis, long answered) {
    return new DemoProgress(stage, Duration.ofMillis(millis), answered, 1, 0, 0);
  }

  private static DemoResult result(ExitForm form, Losses losses, long exitMillis, boolean killed) {
    return new DemoResult(
        form, 100, 80, 1, 0, losses, exitMillis, 10_000, 0, killed, Map.of(), Optional.empty());
  }
}
