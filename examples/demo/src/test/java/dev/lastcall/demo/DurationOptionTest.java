package dev.lastcall.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class DurationOptionTest {
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
}
