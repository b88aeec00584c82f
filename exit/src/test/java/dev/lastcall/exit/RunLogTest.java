package dev.lastcall.exit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RunLogTest {
  private static final long ORIGIN = 1_000;
  private static final int TICK = 4;

  private final RunLog log = new RunLog(3, new TickScale(2), ORIGIN);

  private void run(int node, int beganTicks, int endedTicks) {
    log.begin(node, ORIGIN + (long) TICK * beganTicks);
    log.end(node, ORIGIN + (long) TICK * endedTicks);
  }

  @Test
  void aNodeKnowsWhenItBeganWhenItsTimeIsUpAndWhenItEnded() {
    log.allot(1, 50);
    run(1, 10, 40);

    assertThat(log.beganNanos(1)).isEqualTo(ORIGIN + TICK * 10);
    assertThat(log.dueNanos(1)).isEqualTo(ORIGIN + TICK * 60);
    assertThat(log.endedNanos(1)).isEqualTo(ORIGIN + TICK * 40);
    assertThat(log.elapsed(1)).isEqualTo(Duration.ofNanos(TICK * 30));
    assertThat(log.outcome(1)).isEqualTo(new Outcome.Completed(Duration.ofNanos(TICK * 30)));
  }

  @Test
  void nodesDoNotTouchEachOther() {
    log.allot(1, 50);
    run(1, 10, 40);
    run(2, 20, 25);
    log.allot(2, 7);
    run(0, 1, 2);

    assertThat(log.beganTicks(0)).isEqualTo(1);
    assertThat(log.beganTicks(1)).isEqualTo(10);
    assertThat(log.beganTicks(2)).isEqualTo(20);
    assertThat(log.endedTicks(0)).isEqualTo(2);
    assertThat(log.endedTicks(1)).isEqualTo(40);
    assertThat(log.endedTicks(2)).isEqualTo(25);
    assertThat(log.hasRun(0)).isFalse();
    assertThat(log.allottedTicks(1)).isEqualTo(50);
    assertThat(log.allottedTicks(2)).isEqualTo(7);
  }

  @Test
  void howLongANodeRanIsKnownToTheTick() {
    run(2, 20, 25);

    assertThat(log.hasRunFor(2, 5)).isTrue();
    assertThat(log.hasRunFor(2, 4)).isFalse();
  }

  @Test
  void aNodeDoesNotBeginBeforeItWasReady() {
    run(0, 1, 30);
    log.readyAfter(2, 0);
    log.begin(2, ORIGIN + TICK * 20);
    assertThat(log.beganTicks(2)).isEqualTo(30);

    log.begin(2, ORIGIN + TICK * 35);
    assertThat(log.beganTicks(2)).isEqualTo(35);
  }

  @Test
  void whatIsPassedEndsWhenItIsReady() {
    run(1, 1, 30);
    log.readyAfter(2, 1);
    log.pass(2);

    assertThat(log.endedTicks(2)).isEqualTo(30);
    assertThat(log.elapsed(2)).isZero();
  }

  @Test
  void theFirstProposalStaysUntilAnotherIsDecided() {
    Outcome first = new Outcome.Skipped("first");
    Outcome second = new Outcome.Skipped("second");
    log.propose(1, first);
    log.propose(1, second);
    assertThat(log.outcome(1)).isEqualTo(first);

    log.decide(1, second);
    assertThat(log.outcome(1)).isEqualTo(second);
  }
}
