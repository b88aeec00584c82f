package dev.lastcall.durable;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RunQueueTest {
  private static final long ORIGIN = Long.MAX_VALUE - 5;

  private final RunQueue<String> queue = new RunQueue<>(ORIGIN);

  @Test
  void ofAllThatIsDueTheNewestIsTheFirst() {
    queue.add("old", 1, ORIGIN);
    queue.add("new", 3, ORIGIN);
    queue.add("middle", 2, ORIGIN);

    assertThat(queue.poll(ORIGIN)).isEqualTo("new");
    assertThat(queue.poll(ORIGIN)).isEqualTo("middle");
    assertThat(queue.poll(ORIGIN)).isEqualTo("old");
    assertThat(queue.poll(ORIGIN)).isNull();
  }

  @Test
  void whatWaitsForItsBackOffHoldsUpNobodyAndComesFirstOnceItIsDue() {
    queue.add("newest, failed", 3, at(10));
    queue.add("older", 2, ORIGIN);
    queue.add("oldest", 1, ORIGIN);

    assertThat(queue.poll(at(9))).isEqualTo("older");
    assertThat(queue.poll(at(10))).isEqualTo("newest, failed");
    assertThat(queue.poll(at(10))).isEqualTo("oldest");
  }

  @Test
  void saysHowLongNothingIsDueAlsoWhereTheClockOverflows() {
    assertThat(queue.nanosUntilDue(ORIGIN)).isEmpty();
    queue.add("later", 1, at(10));

    assertThat(queue.nanosUntilDue(ORIGIN)).hasValue(10);
    assertThat(queue.nanosUntilDue(at(8))).hasValue(2);
    assertThat(queue.poll(at(8))).isNull();
    assertThat(queue.nanosUntilDue(at(12))).hasValue(0);
  }

  @Test
  void whatIsDueButNotYetTakenIsDueNow() {
    queue.add("one", 1, ORIGIN);
    queue.add("two", 2, ORIGIN);
    assertThat(queue.poll(ORIGIN)).isEqualTo("two");

    assertThat(queue.nanosUntilDue(ORIGIN)).hasValue(0);
  }

  /** The clock overflows on its way. */
  private static long at(long nanos) {
    return ORIGIN + nanos;
  }
}
