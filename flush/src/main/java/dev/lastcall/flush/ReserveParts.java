package dev.lastcall.flush;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Adds up a reserve part by part and says why each part is there.
 *
 * <p>First the parts that the flush may use, then those that the JVM needs for its own death. Not
 * thread-safe.
 */
final class ReserveParts {
  /** A flush at the end may be this many times slower than a warm one at start-up. */
  private static final int SLOWER = 3;

  /**
   * HotSpot waits 30 times 10 ms for user threads in native code before it lets the process go
   * (VM_Exit::wait_for_threads_in_native_to_block).
   */
  private static final Duration NATIVE_WAIT = Duration.ofMillis(300);

  /**
   * Between halt and the end of the process 130 to 290 ms were measured for each touched GB of heap
   * (JDK 17 and 25, Linux, two cores).
   */
  private static final long TEARDOWN_MILLIS_PER_GB = 200;

  private static final long LEAST_TEARDOWN_MILLIS = 50;
  private static final double GB = 1L << 30;
  private static final int NAMES_SHOWN = 3;

  private final List<String> reasons = new ArrayList<>();
  private Duration flush;
  private Duration death = Duration.ZERO;

  ReserveParts(Duration minimum) {
    flush = minimum;
    reasons.add(minimum.toMillis() + " ms: flush");
  }

  /** Counts in how long a warm flush of all targets took. */
  ReserveParts rehearsed(Duration all) {
    Duration more = all.multipliedBy(SLOWER).minus(flush);
    if (!more.isNegative() && !more.isZero()) {
      Duration rounded = upToTenMillis(more);
      flush = flush.plus(rounded);
      add(rounded, "the rehearsed flush took " + all.toMillis() + " ms, three times that is kept");
    }
    return this;
  }

  /** Counts in the periods in which the quota may leave the process without a processor. */
  ReserveParts quota(CpuQuota quota, Duration rehearsed) {
    int periods = quota.periodsLost(rehearsed);
    Duration more = quota.period().multipliedBy(periods);
    flush = flush.plus(more);
    String lost = periods == 1 ? "one period" : periods + " periods";
    add(more, "CPU quota " + cores(quota) + " of a core, " + lost + " may be lost");
    return this;
  }

  /** Counts in the JVM's wait for threads that sit in native code when it dies. */
  ReserveParts nativeThreads(List<String> names) {
    if (!names.isEmpty()) {
      death = death.plus(NATIVE_WAIT);
      boolean one = names.size() == 1;
      add(
          NATIVE_WAIT,
          names.size()
              + (one ? " thread sits" : " threads sit")
              + " in native code such as accept or epoll ("
              + shown(names)
              + ")");
    }
    return this;
  }

  /** Counts in the time in which the system takes the heap's pages back. */
  ReserveParts heap(long touchedBytes) {
    long millis = Math.round(touchedBytes / GB * TEARDOWN_MILLIS_PER_GB);
    if (millis >= LEAST_TEARDOWN_MILLIS) {
      Duration teardown = upToTenMillis(Duration.ofMillis(millis));
      death = death.plus(teardown);
      add(teardown, String.format(Locale.ROOT, "%.1f GB heap to tear down", touchedBytes / GB));
    }
    return this;
  }

  Reserve sum() {
    return new Reserve(flush.plus(death), flush, reasons);
  }

  private void add(Duration length, String why) {
    reasons.add("+" + length.toMillis() + " ms: " + why);
  }

  private static Duration upToTenMillis(Duration duration) {
    return Duration.ofMillis((duration.toNanos() + 9_999_999) / 10_000_000 * 10);
  }

  private static String cores(CpuQuota quota) {
    return String.format(Locale.ROOT, "%.2f", quota.cores())
        .replaceAll("0?0$", "")
        .replaceAll("\\.$", "");
  }

  private static String shown(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(NAMES_SHOWN, names.size())));
    return names.size() > NAMES_SHOWN ? first + ", …" : first;
  }
}
