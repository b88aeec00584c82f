package dev.lastcall.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServiceOptionsTest {
  @Test
  void readsWhatTheDemoWrites() {
    DemoOptions demo =
        DemoOptions.in(Path.of("somewhere")).withStuck("db").withGracePeriod(Duration.ofSeconds(4));
    ServiceOptions options = ServiceOptions.parse(demo.serviceArguments().toArray(String[]::new));
    assertThat(options.directory()).isEqualTo(Path.of("somewhere"));
    assertThat(options.gracePeriod()).isEqualTo(Duration.ofSeconds(4));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--directory d --port 1 | option: --port (expected: one of [--directory, --grace-millis,"
            + " --stuck, --chaos])",
        "--directory d --stuck  | --stuck: nothing (expected: a value)",
        "--stuck db             | --directory: nothing (expected: a directory)",
        "--directory d --stuck disk | stuck: disk (expected: one of [http, outbox, broker, db,"
            + " log])",
        "--directory d --chaos x | --chaos: x (expected: a whole number)",
        "--directory d --grace-millis 1.5 | --grace-millis: 1.5 (expected: a whole number)",
      })
  void saysWhatIsWrongWithACommandLine(String line, String message) {
    assertThatThrownBy(() -> ServiceOptions.parse(line.trim().split(" ", -1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
