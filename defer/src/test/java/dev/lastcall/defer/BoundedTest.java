package dev.lastcall.defer;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class BoundedTest {
  private final CountDownLatch never = new CountDownLatch(1);

  @Test
  void anActionInTimeIsLeftAlone() throws Exception {
    boolean[] ran = new boolean[1];
    Bounded.run(ofSeconds(10), () -> ran[0] = true);
    assertThat(ran[0]).isTrue();
  }

  @Test
  void aWaitingActionIsInterruptedAndTheCallerIsNot() {
    assertThatThrownBy(() -> Bounded.run(ofMillis(20), never::await))
        .isInstanceOf(TimeoutException.class)
        .hasMessageContaining("BoundedTest")
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void anInnerBoundEndsBeforeTheOuterOne() throws Exception {
    Bounded.run(
        ofSeconds(10),
        () ->
            assertThatThrownBy(() -> Bounded.run(ofMillis(20), never::await))
                .isInstanceOf(TimeoutException.class));
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }
}
