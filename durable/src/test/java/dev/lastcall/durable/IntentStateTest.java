package dev.lastcall.durable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.durable.IntentRecord.Closure;
import dev.lastcall.durable.IntentState.Ended;
import dev.lastcall.durable.IntentState.Running;
import dev.lastcall.durable.IntentState.Waiting;
import org.junit.jupiter.api.Test;

final class IntentStateTest {
  private final IntentState fresh = IntentState.of(Intents.registered(1));

  @Test
  void aNewIntentWaitsAndHasBeenTriedNeverYet() {
    assertThat(fresh).isInstanceOf(Waiting.class);
    assertThat(fresh.progress().attempts()).isZero();
    assertThat(fresh.isOpen()).isTrue();
  }

  @Test
  void anAttemptThatBeganCountsEvenIfTheProcessDiesInIt() {
    IntentState died = fresh.after(Intents.began(1, 1));

    assertThat(died).isInstanceOf(Running.class);
    assertThat(died.progress().attempts()).isEqualTo(1);
    assertThat(died.progress().lastOutcome()).isEqualTo(Progress.INTERRUPTED);
  }

  @Test
  void anAttemptThatFailedIsKeptWithItsCause() {
    IntentState failed = fresh.after(Intents.began(1, 1)).after(Intents.failed(1, 1));

    assertThat(failed).isInstanceOf(Waiting.class);
    assertThat(failed.progress())
        .isEqualTo(new Progress(1, 0, Intents.NOON.plusSeconds(1), "failed", "down"));
  }

  @Test
  void anAttemptThatCouldNotBeStartedDoesNotCount() {
    IntentState state = fresh.after(Intents.began(1, 1)).after(Intents.failed(1, 1));

    state = state.after(Intents.began(1, 2)).after(Intents.skipped(1, 2));

    assertThat(state.progress().attempts()).isEqualTo(2);
    assertThat(state.progress().used()).isEqualTo(1);
    assertThat(state.after(Intents.began(1, 3)).progress().used()).isEqualTo(2);
  }

  @Test
  void whatWasCarriedForwardKeepsItsCount() {
    IntentState carried = fresh.after(Intents.began(1, 1)).after(Intents.carried(1, 3));

    assertThat(carried.progress().attempts()).isEqualTo(3);
    assertThat(carried.after(Intents.began(1, 4)).progress().attempts()).isEqualTo(4);
  }

  @Test
  void theEndOfAnAttemptThatWasCarriedForwardInItsMiddleIsItsEnd() {
    IntentState carried = fresh.after(Intents.carried(1, 1)).after(Intents.failed(1, 1));

    assertThat(carried.progress().attempts()).isEqualTo(1);
    assertThat(carried.progress().lastOutcome()).isEqualTo("failed");
  }

  @Test
  void nothingOpensAnIntentThatIsClosed() {
    for (Closure closure : Closure.values()) {
      IntentState ended = fresh.after(Intents.closed(1, closure));

      assertThat(ended).isInstanceOf(Ended.class);
      assertThat(ended.after(Intents.registered(1))).isEqualTo(ended);
      assertThat(ended.after(Intents.carried(1, 2))).isEqualTo(ended);
      assertThat(ended.after(Intents.began(1, 2))).isEqualTo(ended);
      assertThat(ended.after(Intents.failed(1, 2))).isEqualTo(ended);
      assertThat(ended.isOpen()).isFalse();
    }
  }
}
