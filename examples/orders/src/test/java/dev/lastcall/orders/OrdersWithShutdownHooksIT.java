package dev.lastcall.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The control: the form without Lastcall must fail, or the demo proves nothing. */
final class OrdersWithShutdownHooksIT {
  private static final int SIGKILL_CODE = 137;

  @TempDir Path directory;

  @Test
  void losesOrdersThatItAcceptedAndIsKilledWhenThePoolDoesNotClose()
      throws IOException, InterruptedException {
    Set<DemoProgress.Stage> stages = EnumSet.noneOf(DemoProgress.Stage.class);
    DemoOptions options =
        DemoOptions.in(directory)
            .withForm(ExitForm.NAIVE)
            .withStuck("db")
            .withLoad(200, Duration.ofSeconds(1))
            .withGracePeriod(Duration.ofSeconds(3));

    DemoResult result = OrdersDemo.run(options, progress -> stages.add(progress.stage()));

    assertThat(result.killed()).isTrue();
    assertThat(result.exitCode()).isEqualTo(SIGKILL_CODE);
    assertThat(result.exitMillis()).isGreaterThanOrEqualTo(result.graceMillis());
    assertThat(result.lost()).isPositive();
    assertThat(result.answered()).isPositive();
    assertThat(result.sent())
        .isEqualTo(result.answered() + result.refused() + result.losses().answers());
    assertThat(stages).contains(DemoProgress.Stage.UNDER_LOAD, DemoProgress.Stage.ENDING);
    assertThat(result.report()).isEmpty();
  }

  @Test
  void refusesADirectoryThatHoldsAnEarlierRun() throws IOException {
    Files.writeString(directory.resolve(OrderService.PORT_FILE), "1");
    assertThatThrownBy(() -> OrdersDemo.run(DemoOptions.in(directory), progress -> {}))
        .hasMessageEndingWith("(expected: without an earlier run)");
  }
}
