package dev.lastcall.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.ExitReason;
import dev.lastcall.runtime.ExitTrigger.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ExitTriggerTest {
  private static final Request TERM =
      new Request(new ExitReason(ExitReason.Door.SIGNAL, "SIGTERM"), 0, 15, false);
  private static final Request ASKED =
      new Request(new ExitReason(ExitReason.Door.REQUEST, "exit(3)"), 3, 0, false);

  private final ManualTime time = new ManualTime();
  private final ExitTrigger trigger = new ExitTrigger(time);

  @Test
  void whoPullsFirstDecidesTheReason() {
    assertThat(trigger.pull(TERM)).isTrue();
    assertThat(trigger.pull(ASKED)).isFalse();
    assertThat(trigger.awaitPull()).isEqualTo(TERM);
  }

  @Test
  void theExitBeganWhenItWasPulled() {
    long now = time.nanos();
    trigger.pull(TERM);
    assertThat(trigger.pulledAtNanos()).isEqualTo(now);
  }

  @Test
  void noExitBeginsAfterItWasWithdrawn() {
    assertThat(trigger.withdraw()).isTrue();
    assertThat(trigger.pull(TERM)).isFalse();
    assertThat(trigger.isPulled()).isFalse();
    assertThat(trigger.awaitPull()).isNull();
    assertThat(trigger.done().getCount()).isZero();
  }

  @Test
  void anExitThatHasBegunCannotBeWithdrawn() {
    trigger.pull(TERM);
    assertThat(trigger.withdraw()).isFalse();
    assertThat(trigger.isPulled()).isTrue();
    assertThat(trigger.done().getCount()).isEqualTo(1);
  }

  @Test
  void toWithdrawTwiceIsToWithdraw() {
    trigger.withdraw();
    assertThat(trigger.withdraw()).isTrue();
  }
}
