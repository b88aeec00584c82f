package dev.lastcall.defer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastcall.api.PlainCleanup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class DeferScopeFailuresTest {
  private final List<String> ran = new ArrayList<>();

  @Test
  void aFailingCleanupStopsNoOther() {
    DeferScope scope = DeferScope.open();
    scope.defer(note("first"));
    scope.defer(failing(new IllegalStateException("broken")));
    scope.defer(note("last"));

    assertThatThrownBy(scope::close).isInstanceOf(IllegalStateException.class).hasMessage("broken");
    assertThat(ran).containsExactly("last", "first");
  }

  @Test
  void theFirstFailureWinsAndTheLaterOnesAreSuppressed() {
    RuntimeException runsFirst = new RuntimeException("first");
    Error runsSecond = new AssertionError("second");
    Exception runsThird = new Exception("third");
    DeferScope scope = DeferScope.open();
    scope.defer(failing(runsThird));
    scope.defer(failing(runsSecond));
    scope.defer(failing(runsFirst));

    assertThatThrownBy(scope::close).isSameAs(runsFirst).hasSuppressedException(runsSecond);
    assertThat(runsFirst.getSuppressed()).containsExactly(runsSecond, runsThird);
  }

  @Test
  void theExceptionOfTheBlockWinsOverAllOfTheCleanups() {
    IllegalArgumentException ofTheBlock = new IllegalArgumentException("block");
    RuntimeException first = new RuntimeException("first");
    RuntimeException second = new RuntimeException("second");

    assertThatThrownBy(
            () -> {
              try (DeferScope scope = DeferScope.open()) {
                scope.defer(failing(second));
                scope.defer(failing(first));
                throw ofTheBlock;
              }
            })
        .isSameAs(ofTheBlock);
    assertThat(ofTheBlock.getSuppressed()).containsExactly(first);
    assertThat(first.getSuppressed()).containsExactly(second);
  }

  @Test
  void anErrorIsThrownAsItIs() {
    Error error = new OutOfMemoryError("test");
    DeferScope scope = DeferScope.open();
    scope.defer(note("first"));
    scope.defer(failing(error));

    assertThatThrownBy(scope::close).isSameAs(error);
    assertThat(ran).containsExactly("first");
  }

  @Test
  void aCheckedExceptionIsTheCauseAndKeepsTheLaterOnesInSight() {
    Exception checked = new Exception("no");
    RuntimeException later = new RuntimeException("later");
    DeferScope scope = DeferScope.open();
    scope.defer(failing(later));
    scope.defer(failing(checked));

    assertThatThrownBy(scope::close)
        .isInstanceOf(CleanupFailedException.class)
        .hasMessage("cleanup failed: no")
        .hasCause(checked)
        .hasSuppressedException(later);
  }

  @Test
  void aNamedCleanupIsNamedByItsCheckedException() {
    Exception checked = new Exception("no");
    DeferScope scope = DeferScope.open();
    scope.defer("orders.close", failing(checked));

    assertThatThrownBy(scope::close)
        .isInstanceOf(CleanupFailedException.class)
        .hasMessage("cleanup: orders.close failed")
        .hasCause(checked);
  }

  @Test
  void aNamedCleanupThrowsUncheckedExceptionsAsTheyAre() {
    RuntimeException unchecked = new RuntimeException("no");
    DeferScope scope = DeferScope.open();
    scope.defer("orders.close", failing(unchecked));

    assertThatThrownBy(scope::close).isSameAs(unchecked);
  }

  @Test
  void oneExceptionThrownTwiceIsNotSuppressedInItself() {
    RuntimeException same = new RuntimeException("same");
    DeferScope scope = DeferScope.open();
    scope.defer(failing(same));
    scope.defer(failing(same));

    assertThatThrownBy(scope::close).isSameAs(same).hasNoSuppressedExceptions();
  }

  @Test
  void aStackOverflowInACleanupStopsNoOther() {
    DeferScope scope = DeferScope.open();
    scope.defer(note("first"));
    scope.defer(() -> recurse(0));
    scope.defer(note("last"));

    assertThatThrownBy(scope::close).isInstanceOf(StackOverflowError.class);
    assertThat(ran).containsExactly("last", "first");
  }

  @Test
  void anInterruptSwallowedByACleanupIsGivenBackAfterTheLast() {
    AtomicReference<Boolean> seen = new AtomicReference<>();
    DeferScope scope = DeferScope.open();
    scope.defer(() -> seen.set(Thread.currentThread().isInterrupted()));
    scope.defer("waiting", failing(new InterruptedException("stop")));
    scope.defer(failing(new RuntimeException("other")));

    assertThatThrownBy(scope::close).hasMessage("other");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(seen.get()).isFalse();
  }

  @Test
  void anInterruptSwallowedByAnUnnamedCleanupIsGivenBackToo() {
    DeferScope scope = DeferScope.open();
    scope.defer(failing(new RuntimeException("later")));
    scope.defer(failing(new InterruptedException("stop")));

    assertThatThrownBy(scope::close).hasCauseInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void withoutAnInterruptNoneIsMadeUp() {
    DeferScope scope = DeferScope.open();
    scope.defer(failing(new RuntimeException("later")));
    scope.defer("named", failing(new IOException("disk")));

    assertThatThrownBy(scope::close).hasMessageContaining("named");
    assertThat(Thread.interrupted()).isFalse();
  }

  private PlainCleanup note(String name) {
    return () -> ran.add(name);
  }

  private static PlainCleanup failing(Throwable thrown) {
    return () -> {
      if (thrown instanceof Error error) {
        throw error;
      }
      throw (Exception) thrown;
    };
  }

  private static int recurse(int depth) {
    return depth < 0 ? depth : recurse(depth + 1) + 1;
  }
}
