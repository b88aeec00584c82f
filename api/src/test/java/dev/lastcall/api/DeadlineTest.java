package dev.lastcall.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class DeadlineTest {
  private static final Duration LONGEST = Duration.ofSeconds(Long.MAX_VALUE);

  private final AtomicLong now = new AtomicLong(1_000);
  private final Deadline.Ticker ticker = now::get;

  @Test
  void whatIsLeftShrinksWithTheClockAndStopsAtZero() {
    Deadline deadline = Deadline.after(Duration.ofNanos(100), ticker);
    now.addAndGet(40);
    assertThat(deadline.remaining()).isEqualTo(Duration.ofNanos(60));
    assertThat(deadline.isExpired()).isFalse();
    now.addAndGet(60);
    assertThat(deadline.isExpired()).isTrue();
    now.addAndGet(1_000);
    assertThat(deadline.remaining()).isZero();
  }

  @Test
  void aPartIsNeverLaterThanTheWhole() {
    Deadline whole = Deadline.after(Duration.ofSeconds(2), ticker);
    assertThat(whole.within(Duration.ofSeconds(1)).remaining()).isEqualTo(Duration.ofSeconds(1));
    assertThat(whole.within(Duration.ofSeconds(3))).isSameAs(whole);
  }

  @Test
  void aReserveIsTakenFromTheEnd() {
    Deadline whole = Deadline.after(Duration.ofMillis(300), ticker);
    assertThat(whole.lessReserve(Duration.ofMillis(100)).remaining())
        .isEqualTo(Duration.ofMillis(200));
  }

  @Test
  void theLongestDurationDoesNotOverflow() {
    now.set(Long.MAX_VALUE / 4);
    Deadline deadline = Deadline.after(LONGEST, ticker);
    assertThat(deadline.remaining()).isGreaterThan(Duration.ofDays(50_000));
    assertThat(deadline.within(LONGEST).isExpired()).isFalse();
  }

  @Test
  void aClockThatWrapsAroundStillCountsForward() {
    now.set(Long.MAX_VALUE - 10);
    Deadline deadline = Deadline.after(Duration.ofNanos(100), ticker);
    assertThat(deadline.remainingNanos()).isEqualTo(100);
    now.addAndGet(50);
    assertThat(deadline.remainingNanos()).isEqualTo(50);
    assertThat(deadline).isGreaterThan(Deadline.at(now.get(), ticker));
  }

  @Test
  void deadlinesOfDifferentClocksAreNotCompared() {
    Deadline mine = Deadline.after(Duration.ZERO, ticker);
    Deadline other = Deadline.after(Duration.ZERO, () -> 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mine.compareTo(other))
        .withMessageEndingWith("(expected: a deadline of the same ticker)");
    assertThat(mine).isNotEqualTo(other);
  }

  @Test
  void equalPointsOfOneClockAreEqual() {
    assertThat(Deadline.at(5, ticker))
        .isEqualTo(Deadline.at(5, ticker))
        .hasSameHashCodeAs(Deadline.at(5, ticker));
    assertThat(Deadline.at(5, ticker)).isNotEqualTo(Deadline.at(6, ticker));
  }

  @Test
  void theSystemClockMovesForward() {
    long before = Deadline.Ticker.system().nanos();
    assertThat(Deadline.after(Duration.ZERO).atNanos()).isGreaterThanOrEqualTo(before);
    assertThat(Deadline.after(Duration.ofHours(1)).isExpired()).isFalse();
  }

  @Test
  void negativeTimeoutsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Deadline.after(Duration.ofMillis(-5)))
        .withMessage("timeout: PT-0.005S (expected: >= PT0S)");
  }
}
