package dev.lastcall.exit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In ticks of a millisecond, more or less: what a bound needs beside itself, and back. */
final class PatienceTest {
  private final Patience patience = new Patience(100, 250);

  @ParameterizedTest(name = "a bound of {0} needs {1}")
  @CsvSource({"0, 0", "1, 101", "1000, 1100", "1500, 1650", "2500, 2750", "10000, 10250"})
  void aCleanupNeedsItsBoundAndATenthOfItWithinLimits(int bound, long need) {
    assertThat(patience.need(bound)).isEqualTo(need);
  }

  @ParameterizedTest(name = "{0} is enough for a bound of {1}")
  @CsvSource({
    "10, 5",
    "150, 75",
    "200, 100",
    "1100, 1000",
    "1650, 1500",
    "2750, 2500",
    "10250, 10000"
  })
  void aTimeIsFilledByABoundAndThePatienceAfterIt(long time, long bound) {
    assertThat(patience.boundWithin(time)).isEqualTo(bound);
  }

  @Test
  void theLargestBoundThatFitsATimeIsTaken() {
    for (int time = 200; time < 6_000; time++) {
      int bound = (int) patience.boundWithin(time);
      assertThat(patience.need(bound)).as("time %d", time).isLessThanOrEqualTo(time);
      assertThat(patience.need(bound + 2)).as("time %d", time).isGreaterThan(time);
    }
  }
}
