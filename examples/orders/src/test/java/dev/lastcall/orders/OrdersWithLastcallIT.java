package dev.lastcall.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.ExitReport;
import dev.lastcall.api.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link OrdersWithShutdownHooksIT} loses, this form keeps. */
final class OrdersWithLastcallIT {
  private static final Losses NOTHING = new Losses(0, 0, 0, 0);
  private static final int TIMED_OUT = 124;

  @TempDir Path directory;

  @Test
  void losesNothingAndEndsInTimeWhenThePoolDoesNotClose() throws IOException, InterruptedException {
    Set<String> phases = ConcurrentHashMap.newKeySet();
    DemoOptions options =
        DemoOptions.in(directory).withStuck("db").withLoad(200, Duration.ofSeconds(1));

    DemoResult result =
        OrdersDemo.run(
            options, progress -> progress.exit().ifPresent(exit -> phases.add(exit.phase())));

    assertThat(result.losses()).isEqualTo(NOTHING);
    assertThat(result.killed()).isFalse();
    assertThat(result.exitMillis()).isLessThan(result.graceMillis());
    assertThat(result.exitCode()).isEqualTo(TIMED_OUT);
    assertThat(result.answered()).isPositive();
    assertThat(result.sent()).isEqualTo(result.answered() + result.refused());
    assertThat(result.outcomes())
        .containsEntry("http", "completed")
        .containsEntry("outbox", "completed")
        .containsEntry("broker", "completed")
        .containsEntry("db", "abandoned")
        .containsEntry("log", "completed");
    assertThat(phases).contains("DRAIN", "CLEAN");
    assertThat(Files.readString(directory.resolve("metrics.prom")))
        .contains("orders_accepted_total " + result.answered() + ".0");

    ServiceReport left = result.report().orElseThrow();
    assertThat(Files.readString(left.page())).contains("</html>");
    ExitReport report = left.report();
    assertThat(report.outcome("db"))
        .get()
        .isInstanceOfSatisfying(
            Outcome.Abandoned.class,
            abandoned ->
                assertThat(abandoned.sample().frames())
                    .anyMatch(frame -> frame.getMethodName().equals("hang")));
    assertThat(report.cleanups()).allMatch(cleanup -> cleanup.traceId().length() == 36);
    assertThat(Files.readString(directory.resolve("service.log")))
        .contains("db: hangs trace=" + report.cleanups().get(0).traceId());
  }
}
