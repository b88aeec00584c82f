package dev.lastcall.durable;

import dev.lastcall.api.Arguments;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * How often a durable cleanup is tried before it becomes a dead letter, and how long to wait in
 * between.
 *
 * <pre>{@code
 * RetryPolicy.attempts(5).backOff(ofSeconds(1), ofMinutes(1))
 * }</pre>
 *
 * <p>The wait doubles with each failure, up to the longest, and half of it is random ("equal
 * jitter" in Marc Brooker's <i>Exponential Backoff And Jitter</i>, AWS Architecture Blog, 2015), so
 * that processes that died together do not come back together. It is a function of the seed, the
 * idempotency key and the attempt, so a restart does not change it. Immutable and thread-safe.
 */
public final class RetryPolicy {
  /** The most attempts that may be asked for. */
  public static final int MOST_ATTEMPTS = 1_000;

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final Duration BEYOND = Duration.ofDays(1);

  private final int attempts;
  private final Duration first;
  private final Duration longest;
  private final long seed;

  private RetryPolicy(int attempts, Duration first, Duration longest, long seed) {
    this.attempts = attempts;
    this.first = first;
    this.longest = longest;
    this.seed = seed;
  }

  /**
   * Returns a policy that waits 1 s after the first failure and a minute at most.
   *
   * @param most how often to try, counting the first time and those that a crash interrupted: 1 to
   *     {@value #MOST_ATTEMPTS}
   * @return the policy
   * @throws IllegalArgumentException if there are to be none or too many
   */
  public static RetryPolicy attempts(int most) {
    Arguments.between("attempts", most, 1, MOST_ATTEMPTS);
    return new RetryPolicy(most, FIRST, LONGEST, 0);
  }

  /**
   * Sets how long to wait after a failure.
   *
   * @param afterTheFirst above zero
   * @param atMost not shorter; a day at most
   * @return a new policy
   * @throws IllegalArgumentException if a duration is out of its range
   */
  public RetryPolicy backOff(Duration afterTheFirst, Duration atMost) {
    Arguments.positive("backOff", afterTheFirst);
    if (Arguments.positive("backOff", atMost).compareTo(afterTheFirst) < 0
        || atMost.compareTo(BEYOND) > 0) {
      throw Arguments.refusal("backOff", atMost, afterTheFirst + " to " + BEYOND);
    }
    return new RetryPolicy(attempts, afterTheFirst, atMost, seed);
  }

  /**
   * Sets what the random half of a wait grows from, for tests that want the same waits again.
   *
   * @param seed any number; 0 unless set
   * @return a new policy
   */
  public RetryPolicy seeded(long seed) {
    return new RetryPolicy(attempts, first, longest, seed);
  }

  /** {@return how often to try} */
  public int attempts() {
    return attempts;
  }

  /**
   * Returns how long to wait after a failure.
   *
   * @param key the idempotency key
   * @param attempt how many attempts have been made, 1 or more
   * @return at least half of the doubled wait, at most all of it
   */
  Duration delay(String key, int attempt) {
    long most = longest.toNanos();
    long whole = first.toNanos();
    for (int failures = 1; failures < attempt && whole < most; failures++) {
      whole *= 2;
    }
    whole = Math.min(whole, most);
    long half = whole / 2;
    return Duration.ofNanos(whole - half + random(key, attempt).nextLong(half + 1));
  }

  private SplittableRandom random(String key, int attempt) {
    return new SplittableRandom(seed * 31 + key.hashCode() * 1_000_003L + attempt);
  }

  /**
   * When the next attempt is due: at once if none was made or a crash interrupted it, so that the
   * order survives crashes; never later than a whole wait from now, because a wall clock can have
   * been set back.
   */
  Instant due(String key, Progress progress, Instant now) {
    if (progress.attempts() == 0 || progress.lastOutcome().equals(Progress.INTERRUPTED)) {
      return now;
    }
    Duration delay = delay(key, progress.attempts());
    Instant due = progress.lastAt().plus(delay);
    Instant latest = now.plus(delay);
    return due.isAfter(latest) ? latest : due;
  }

  @Override
  public String toString() {
    return attempts + " attempts, back-off " + first + " to " + longest;
  }
}
