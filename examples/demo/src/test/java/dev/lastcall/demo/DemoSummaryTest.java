package dev.lastcall.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.cli.Terminal;
import dev.lastcall.orders.DemoResult;
import dev.lastcall.orders.ExitForm;
import dev.lastcall.orders.Losses;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DemoSummaryTest {
  private static final DemoResult NAIVE =
      new DemoResult(
          ExitForm.NAIVE,
          1_213,
          1_150,
          34,
          2_955,
          new Losses(29, 0, 18, 1),
          10_031,
          10_000,
          137,
          true,
          Optional.empty());
  private static final DemoResult LASTCALL =
      new DemoResult(
          ExitForm.LASTCALL,
          1_327,
          1_327,
          0,
          890,
          new Losses(0, 0, 0, 0),
          3_330,
          10_000,
          124,
          false,
          Optional.empty());

  private final DemoSummary summary =
      new DemoSummary(new Terminal(false, false, 80, StandardCharsets.UTF_8));

  @Test
  void saysWhatWasLostAndHowTheProcessEnded() {
    assertThat(summary.of(List.of(NAIVE)).lines())
        .containsExactly(
            "",
            "✘ 48 lost",
            "  requests  1,213 sent: 1,150 answered, 34 refused, 29 lost",
            "  elsewhere 2,955 sent to another instance, because this one was not ready",
            "  orders    1,150 acknowledged: 0 rows, 18 messages, 1 log lines missing",
            "  process   ended by SIGKILL after 10.03 s of 10.00 s, exit code 137",
            "  report    none",
            "  page      none");
  }

  @Test
  void putsTwoRunsBesideEachOther() {
    assertThat(summary.of(List.of(NAIVE, LASTCALL)).lines())
        .contains(
            "                   with shutdown hooks         with Lastcall",
            "  lost messages                     18                     0",
            "  lost in all                       48                     0",
            "  ended by                     SIGKILL                itself")
        .allMatch(line -> line.length() <= 80);
  }
}
