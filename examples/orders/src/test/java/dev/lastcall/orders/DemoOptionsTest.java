package dev.lastcall.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class DemoOptionsTest {
  private final DemoOptions options = DemoOptions.in(Path.of("somewhere"));

  @Test
  void tellsTheServiceNothingOfFaultsUnlessAsked() {
    assertThat(options.serviceArguments())
        .containsExactly("--directory", "somewhere", "--grace-millis", "10000");
    assertThat(options.withChaos(42).serviceArguments()).endsWith("--chaos", "42");
  }

  @Test
  void saysWhatIsWrongWithAValue() {
    assertThatThrownBy(() -> options.withStuck("disk"))
        .hasMessage("stuck: disk (expected: one of [http, outbox, broker, db, log])");
    assertThatThrownBy(() -> options.withStuck("db").withChaos(7))
        .hasMessage("chaos: 7 (expected: not together with stuck)");
    assertThatThrownBy(() -> options.withLoad(0, Duration.ofSeconds(1)))
        .hasMessage("requestsPerSecond: 0 (expected: 1 to 10000)");
    assertThatThrownBy(() -> options.withLoad(1, Duration.ZERO))
        .hasMessage("load: PT0S (expected: > PT0S)");
    assertThatThrownBy(() -> options.withGracePeriod(Duration.ofSeconds(-1)))
        .hasMessage("gracePeriod: PT-1S (expected: > PT0S)");
  }
}
