package dev.lastcall.runtime;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.GracePeriod;
import dev.lastcall.flush.Reserve;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExitTimesTest {
  private final ManualTime time = new ManualTime();
  private final ExitTimes times =
      ExitTimes.of(
          0,
          new GracePeriod(ofSeconds(10), "test"),
          new Reserve(ofMillis(400), ofMillis(100), List.of("100 ms: flush")),
          time);

  private static Duration at(Deadline deadline) {
    return Duration.ofNanos(deadline.atNanos());
  }

  @Test
  void laysTheExitOutBackwardsFromTheEndOfTheGracePeriod() {
    assertThat(at(times.haltAt())).isEqualTo(ofMillis(9_700));
    assertThat(at(times.flushEnd())).isEqualTo(ofMillis(9_650));
    assertThat(at(times.cleanDeadline())).isEqualTo(ofMillis(9_550));
    assertThat(times.reserve()).isEqualTo(ofMillis(450));
    assertThat(times.reasons()).hasSize(2);
  }

  @Test
  void theDrainLeavesThePlanItsTime() {
    assertThat(at(times.drainEnd(ofSeconds(6), Duration.ZERO))).isEqualTo(ofMillis(3_550));
  }

  @Test
  void theDrainHasTheDelayThatThePlanWasMadeWithout() {
    assertThat(at(times.drainEnd(ofSeconds(9), ofSeconds(2)))).isEqualTo(ofSeconds(2));
  }

  @Test
  void theDrainNeverReachesIntoTheReserve() {
    assertThat(at(times.drainEnd(Duration.ZERO, ofSeconds(20)))).isEqualTo(ofMillis(9_550));
  }

  @Test
  void anEarlyFlushMayTakeItsTimeAndALateOneMayNot() {
    assertThat(at(times.flushDeadline(ofSeconds(2)))).isEqualTo(ofSeconds(2));

    time.pause(ofMillis(9_600).toNanos());
    assertThat(at(times.flushDeadline(ofSeconds(2)))).isEqualTo(ofMillis(9_650));
  }
}
