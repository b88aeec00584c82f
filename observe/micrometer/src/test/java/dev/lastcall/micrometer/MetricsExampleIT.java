package dev.lastcall.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.crashlab.ChildJvm;
import dev.lastcall.crashlab.ChildJvmBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program of {@code docs/metrics.md} gets SIGTERM, and leaves its last values behind. */
final class MetricsExampleIT {
  @TempDir Path folder;

  @Test
  void theFileHoldsWhatTheExitDid() throws IOException {
    try (ChildJvm child =
        ChildJvmBuilder.of(MetricsExample.class, folder).options("-Dport=0").start()) {
      child.awaitLine("serving metrics").signal("TERM");
      assertThat(child.awaitEnding().killed()).isFalse();
    }

    assertThat(Files.readAllLines(folder.resolve("orders.prom")))
        .contains(
            "defer_timeout_total{name=\"db\",outcome=\"abandoned\",scope=\"exit\"} 1.0",
            "defer_duration_seconds_count{name=\"http\",outcome=\"completed\",scope=\"exit\"} 1",
            "defer_duration_seconds_count{name=\"audit\",outcome=\"completed\",scope=\"order\"} 1000",
            "lastcall_exit_outcome{outcome=\"abandoned\"} 1.0",
            "lastcall_phase{phase=\"flush\"} 1.0",
            "lastcall_cleanups_registered 2.0",
            "lastcall_plan_critical_path_seconds 1.5",
            "lastcall_grace_period_seconds 5.0",
            "lastcall_scopes_open 0.0")
        .anySatisfy(
            line -> {
              assertThat(line).startsWith("lastcall_grace_left_seconds ");
              assertThat(Double.parseDouble(line.substring(line.indexOf(' ')))).isBetween(0.0, 4.0);
            });
    assertThat(folder.resolve("orders.prom.tmp")).doesNotExist();
  }
}
