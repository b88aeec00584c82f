package dev.lastcall.durable;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RetryPolicyTest {
  private static final Instant NOW = Instant.parse("2026-03-14T12:00:00Z");

  private final RetryPolicy policy =
      RetryPolicy.attempts(5).backOff(ofSeconds(1), ofSeconds(10)).seeded(42);

  @Test
  void theWaitDoublesUpToTheLongestAndHalfOfItIsRandom() {
    for (int key = 0; key < 200; key++) {
      within("key-" + key, 1, ofMillis(500), ofSeconds(1));
      within("key-" + key, 2, ofSeconds(1), ofSeconds(2));
      within("key-" + key, 4, ofSeconds(4), ofSeconds(8));
      within("key-" + key, 5, ofSeconds(5), ofSeconds(10));
      within("key-" + key, 1_000, ofSeconds(5), ofSeconds(10));
    }
  }

  @Test
  void differentKeysWaitDifferently() {
    Set<Duration> waits = new HashSet<>();
    for (int key = 0; key < 200; key++) {
      waits.add(policy.delay("key-" + key, 1));
    }
    assertThat(waits).hasSizeGreaterThan(190);
  }

  @Test
  void theSameSeedKeyAndAttemptWaitTheSameInEveryProcess() {
    assertThat(policy.delay("key", 3)).isEqualTo(policy.seeded(42).delay("key", 3));
    assertThat(policy.delay("key", 3)).isNotEqualTo(policy.seeded(43).delay("key", 3));
    assertThat(policy.delay("key", 3)).isEqualTo(Duration.ofNanos(2_389_696_099L));
  }

  @Test
  void theFirstAttemptAndOneAfterACrashAreDueAtOnce() {
    assertThat(policy.due("key", Progress.none(NOW), NOW)).isEqualTo(NOW);
    Progress died = new Progress(3, 0, NOW, Progress.INTERRUPTED, "");
    assertThat(policy.due("key", died, NOW)).isEqualTo(NOW);
  }

  @Test
  void aRestartDoesNotShortenTheWait() {
    Progress failed = new Progress(2, 0, NOW, "failed", "down");
    Instant due = NOW.plus(policy.delay("key", 2));

    assertThat(policy.due("key", failed, NOW)).isEqualTo(due);
    assertThat(policy.due("key", failed, NOW.plusMillis(700))).isEqualTo(due);
  }

  @Test
  void aClockThatWasSetBackAWeekDelaysNothingForAWeek() {
    Progress failed = new Progress(1, 0, NOW, "failed", "down");
    Instant before = NOW.minus(ofDays(7));

    assertThat(policy.due("key", failed, before)).isEqualTo(before.plus(policy.delay("key", 1)));
  }

  @Test
  void refusesWhatCannotBeKept() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RetryPolicy.attempts(0))
        .withMessage("attempts: 0 (expected: 1 to 1000)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> policy.backOff(ofMinutes(2), ofMinutes(1)))
        .withMessage("backOff: PT1M (expected: PT2M to PT24H)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> policy.backOff(Duration.ZERO, ofMinutes(1)))
        .withMessage("backOff: PT0S (expected: > PT0S)");
    assertThatIllegalArgumentException().isThrownBy(() -> policy.backOff(ofMinutes(2), ofDays(2)));
  }

  private void within(String key, int attempt, Duration least, Duration most) {
    assertThat(policy.delay(key, attempt)).isBetween(least, most);
  }
}
