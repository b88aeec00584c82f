package dev.lastcall.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KillDemoIT {
  private static final Losses NOTHING = new Losses(0, 0, 0, 0);

  @TempDir Path directory;

  @Test
  void nothingThatWasAcknowledgedIsLostToSigkill() throws IOException, InterruptedException {
    DemoOptions options = DemoOptions.in(directory).withLoad(200, Duration.ofSeconds(1));

    KillResult result = KillDemo.run(options, progress -> {});

    assertThat(result.losses()).isEqualTo(NOTHING);
    assertThat(result.acknowledged()).isPositive();
    assertThat(result.invented()).isZero();
    assertThat(result.durableOpen()).isZero();
    assertThat(result.audit().isWhole()).as(result.audit().words()).isTrue();
    assertThat(result.audit().lines()).isGreaterThan(result.acknowledged());
    assertThat(result.left().exit()).startsWith("killed without an exit");
    assertThat(result.left().metricsAccepted()).isPositive();
    assertThat(result.isClean()).isTrue();
    assertThat(result.exitCode()).isZero();
    assertThat(result.report()).isPresent();
  }
}
