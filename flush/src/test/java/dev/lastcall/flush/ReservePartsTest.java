package dev.lastcall.flush;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReservePartsTest {
  private static final long GB = 1L << 30;
  private static final CpuQuota HALF_A_CORE = new CpuQuota(ofMillis(50), ofMillis(100));

  @Test
  void aQuietProcessNeedsTheFlushAlone() {
    Reserve reserve =
        new ReserveParts(ofMillis(100))
            .rehearsed(ofMillis(33))
            .nativeThreads(List.of())
            .heap(GB / 8)
            .sum();

    assertThat(reserve)
        .isEqualTo(new Reserve(ofMillis(100), ofMillis(100), List.of("100 ms: flush")));
  }

  @Test
  void aSlowRehearsalEnlargesTheFlushToThreeTimesItsLength() {
    Reserve reserve = new ReserveParts(ofMillis(100)).rehearsed(ofMillis(51)).sum();

    assertThat(reserve.flush()).isEqualTo(ofMillis(160));
    assertThat(reserve.length()).isEqualTo(ofMillis(160));
    assertThat(reserve.reasons())
        .containsExactly(
            "100 ms: flush", "+60 ms: the rehearsed flush took 51 ms, three times that is kept");
  }

  @Test
  void aCpuQuotaCostsOnePeriod() {
    Reserve reserve = new ReserveParts(ofMillis(100)).quota(HALF_A_CORE, ofMillis(5)).sum();

    assertThat(reserve.flush()).isEqualTo(ofMillis(200));
    assertThat(reserve.reasons())
        .last()
        .isEqualTo("+100 ms: CPU quota 0.5 of a core, one period may be lost");
  }

  @Test
  void workLongerThanTheQuotaCostsMorePeriods() {
    CpuQuota tenth = new CpuQuota(ofMillis(10), ofMillis(100));

    Reserve reserve = new ReserveParts(ofMillis(100)).quota(tenth, ofMillis(25)).sum();

    assertThat(reserve.flush()).isEqualTo(ofMillis(400));
    assertThat(reserve.reasons())
        .last()
        .isEqualTo("+300 ms: CPU quota 0.1 of a core, 3 periods may be lost");
  }

  @Test
  void theDeathOfTheJvmComesOnTopOfTheFlush() {
    Reserve reserve =
        new ReserveParts(ofMillis(100))
            .nativeThreads(List.of("http-acceptor-0", "http-poller"))
            .heap(GB * 13 / 10)
            .sum();

    assertThat(reserve.flush()).isEqualTo(ofMillis(100));
    assertThat(reserve.length()).isEqualTo(ofMillis(660));
    assertThat(reserve.reasons())
        .containsExactly(
            "100 ms: flush",
            "+300 ms: 2 threads sit in native code such as accept or epoll (http-acceptor-0,"
                + " http-poller)",
            "+260 ms: 1.3 GB heap to tear down");
  }

  @Test
  void ofManyThreadsThreeAreNamed() {
    Reserve one = new ReserveParts(ofMillis(100)).nativeThreads(List.of("a")).sum();
    Reserve many = new ReserveParts(ofMillis(100)).nativeThreads(List.of("a", "b", "c", "d")).sum();

    assertThat(one.reasons()).last().asString().startsWith("+300 ms: 1 thread sits in native");
    assertThat(many.reasons()).last().asString().contains("4 threads sit").endsWith("(a, b, c, …)");
  }

  @Test
  void wholeCoresAreWrittenWithoutFractions() {
    CpuQuota two = new CpuQuota(ofMillis(200), ofMillis(100));
    CpuQuota quarter = new CpuQuota(ofMillis(25), ofMillis(100));

    assertThat(new ReserveParts(ofMillis(1)).quota(two, Duration.ZERO).sum().reasons())
        .last()
        .asString()
        .contains("CPU quota 2 of a core");
    assertThat(new ReserveParts(ofMillis(1)).quota(quarter, Duration.ZERO).sum().reasons())
        .last()
        .asString()
        .contains("CPU quota 0.25 of a core");
  }

  @Test
  void aReserveHoldsItsFlush() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Reserve(ofMillis(100), ofMillis(101), List.of()))
        .withMessage("flush: PT0.101S (expected: <= PT0.1S, the whole reserve)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Reserve(Duration.ZERO, ofMillis(1), List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Reserve(ofMillis(1), Duration.ZERO, List.of()));
  }
}
