package dev.lastcall.defer;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

final class DeferScopeWithinTest {
  private final List<String> ran = new ArrayList<>();
  private final CountDownLatch never = new CountDownLatch(1);

  @Test
  void runsLikeAnyScopeWhileThereIsTime() {
    try (DeferScope scope = DeferScope.within(ofMinutes(1))) {
      scope.defer(() -> ran.add("first"));
      scope.closing((AutoCloseable) () -> ran.add("second"));
      scope.releasing("third", ran::add);
    }
    assertThat(ran).containsExactly("third", "second", "first");
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void aCleanupMayTakeMoreThanThePatienceWhileThereIsTime() {
    DeferScope scope = DeferScope.within(ofMinutes(1));
    scope.defer(() -> assertThat(never.await(400, MILLISECONDS)).isFalse());
    scope.close();

    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void anEmptyScopeNeedsNoTime() {
    DeferScope.within(ofMinutes(1)).close();

    assertThat(ran).isEmpty();
  }

  @Test
  void aCleanupThatHangsIsInterruptedAndNamesItsPlace() {
    DeferScope scope = DeferScope.within(ofMillis(30));
    scope.defer("first", () -> ran.add("first"));
    scope.defer("hangs", this::hang);

    assertThatThrownBy(scope::close)
        .isInstanceOf(CleanupFailedException.class)
        .cause()
        .isInstanceOf(TimeoutException.class)
        .hasMessageContaining("is over, was at")
        .cause()
        .hasMessage("cleanup: hangs failed")
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(ran).containsExactly("first");
    assertThat(Thread.interrupted()).as("our own interrupt is taken back").isFalse();
  }

  @Test
  void allThatHangAreInterruptedAlthoughTheTimeIsOver() {
    DeferScope scope = DeferScope.within(ofMillis(20));
    scope.defer(() -> ran.add("first"));
    scope.defer(this::hang);
    scope.defer(this::hang);

    assertThatThrownBy(scope::close)
        .hasCauseInstanceOf(TimeoutException.class)
        .satisfies(
            thrown ->
                assertThat(thrown.getSuppressed())
                    .singleElement()
                    .isInstanceOf(TimeoutException.class));
    assertThat(ran).containsExactly("first");
  }

  @Test
  void aBoundThatIsNoneIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DeferScope.within(Duration.ZERO))
        .withMessage("within: PT0S (expected: > PT0S)");
    assertThatIllegalArgumentException().isThrownBy(() -> DeferScope.within(ofMillis(-1)));
  }

  private void hang() throws InterruptedException {
    never.await();
  }
}
