package dev.lastcall.defer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastcall.api.PlainCleanup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DeferScopeTest {
  private final List<String> ran = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 16, 36, 37, 200})
  void runsTheLastFirstHoweverManyThereAre(int number) {
    try (DeferScope scope = DeferScope.open()) {
      for (int i = 0; i < number; i++) {
        scope.defer(note("" + i));
      }
      assertThat(ran).isEmpty();
    }

    assertThat(ran)
        .isEqualTo(IntStream.range(0, number).mapToObj(i -> "" + (number - 1 - i)).toList());
  }

  @Test
  void mixesAllWaysToDefer() {
    ReentrantLock lock = new ReentrantLock();
    for (int round = 0; round < 2; round++) { // once in the fields, once in the overflow
      ran.clear();
      try (DeferScope scope = DeferScope.open()) {
        for (int i = 0; i < 5 * round; i++) {
          scope.defer(() -> {});
        }
        scope.defer(note("plain"));
        scope.locked(lock);
        assertThat(scope.closing(new Resource("closed")).name).isEqualTo("closed");
        assertThat(scope.releasing("released", ran::add)).isEqualTo("released");
        scope.defer("named", note("named"));
        assertThat(lock.isHeldByCurrentThread()).isTrue();
      }
      assertThat(ran).containsExactly("named", "released", "closed", "plain");
      assertThat(lock.isLocked()).isFalse();
    }
  }

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
  void closingTwiceIsRefused() {
    DeferScope scope = DeferScope.open();
    scope.defer(note("once"));
    scope.close();

    assertThatIllegalStateException()
        .isThrownBy(scope::close)
        .withMessageStartingWith("scope: closed (expected: open");
    assertThat(ran).containsExactly("once");
  }

  @Test
  void deferringOnAClosedScopeIsRefused() {
    DeferScope scope = DeferScope.open();
    scope.close();

    assertThatIllegalStateException()
        .isThrownBy(() -> scope.defer(note("late")))
        .withMessageStartingWith("scope: closed");
    assertThatIllegalStateException().isThrownBy(() -> scope.defer("late", note("late")));
    assertThat(ran).isEmpty();
  }

  @Test
  void deferringWhileTheScopeIsBeingClosedIsRefused() {
    DeferScope scope = DeferScope.open();
    scope.defer(note("first"));
    scope.defer(() -> scope.defer(note("late")));

    assertThatIllegalStateException()
        .isThrownBy(scope::close)
        .withMessageStartingWith("scope: closed");
    assertThat(ran).containsExactly("first");
  }

  @Test
  void aResourceThatComesTooLateIsClosedAtOnce() {
    DeferScope scope = DeferScope.open();
    scope.close();
    RuntimeException broken = new RuntimeException("broken");

    assertThatIllegalStateException().isThrownBy(() -> scope.closing(new Resource("late")));
    assertThatThrownBy(
            () ->
                scope.releasing(
                    "released",
                    name -> {
                      ran.add(name);
                      throw broken;
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasSuppressedException(broken);
    assertThat(ran).containsExactly("late", "released");
  }

  @Test
  void aLockThatComesTooLateIsNotTaken() {
    ReentrantLock lock = new ReentrantLock();
    DeferScope scope = DeferScope.open();
    scope.close();

    assertThatIllegalStateException().isThrownBy(() -> scope.locked(lock));
    assertThat(lock.isLocked()).isFalse();
  }

  @Test
  void nothingIsUnlockedThatWasNotLocked() {
    RuntimeException refused = new RuntimeException("refused");
    ReentrantLock lock =
        new ReentrantLock() {
          private static final long serialVersionUID = 1L;

          @Override
          public void lock() {
            throw refused;
          }

          @Override
          public void unlock() {
            ran.add("unlock");
          }
        };
    assertThatThrownBy(
            () -> {
              try (DeferScope scope = DeferScope.open()) {
                scope.locked(lock);
              }
            })
        .isSameAs(refused)
        .hasNoSuppressedExceptions();
    assertThat(ran).isEmpty();
  }

  @Test
  void anotherThreadIsRefusedAndChangesNothing() {
    try (DeferScope scope = DeferScope.open()) {
      scope.defer(note("mine"));
      assertThat(refusalOf(() -> scope.defer(note("theirs"))))
          .contains(Thread.currentThread().getName());
      assertThat(refusalOf(scope::close)).startsWith("thread: ");
      assertThat(refusalOf(() -> scope.closing(new Resource("theirs")))).startsWith("thread: ");
      assertThat(ran).containsExactly("theirs");
    }
    assertThat(ran).containsExactly("theirs", "mine");
  }

  @Test
  void scopesNestAndTheOuterOneMayBeUsedInside() {
    try (DeferScope outer = DeferScope.open()) {
      defer(outer, "outer", 6);
      try (DeferScope inner = DeferScope.open()) {
        defer(inner, "inner", 6);
        defer(outer, "late", 2);
        ran.add("block");
      }
    }
    assertThat(ran)
        .containsExactly(
            "block", "inner5", "inner4", "inner3", "inner2", "inner1", "inner0", "late1", "late0",
            "outer5", "outer4", "outer3", "outer2", "outer1", "outer0");
  }

  @Test
  void aCleanupMayOpenScopesOfItsOwn() {
    try (DeferScope scope = DeferScope.open()) {
      defer(scope, "before", 6);
      scope.defer(
          () -> {
            try (DeferScope own = DeferScope.open()) {
              defer(own, "own", 6);
            }
          });
    }
    assertThat(ran).hasSize(12).startsWith("own5").endsWith("before0");
  }

  @Test
  @SuppressWarnings("NullAway") // that is what is tested
  void nullIsRefused() {
    try (DeferScope scope = DeferScope.open()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> scope.defer((PlainCleanup) null))
          .withMessage("cleanup: null (expected: a value)");
      assertThatIllegalArgumentException().isThrownBy(() -> scope.defer(null, note("x")));
      assertThatIllegalArgumentException().isThrownBy(() -> scope.defer("x", null));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> scope.closing(null))
          .withMessage("resource: null (expected: a value)");
      assertThatIllegalArgumentException().isThrownBy(() -> scope.releasing(null, resource -> {}));
      assertThatIllegalArgumentException().isThrownBy(() -> scope.releasing("x", null));
      assertThatIllegalArgumentException().isThrownBy(() -> scope.locked(null));
    }
    assertThat(ran).isEmpty();
  }

  private void defer(DeferScope scope, String name, int number) {
    for (int i = 0; i < number; i++) {
      scope.defer(note(name + i));
    }
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

  /** What another thread is told. */
  private static String refusalOf(Runnable call) {
    CompletableFuture<String> refusal = new CompletableFuture<>();
    CleanupThreads.startDaemon(
        "other",
        () -> {
          try {
            call.run();
            refusal.complete("not refused");
          } catch (IllegalStateException e) {
            refusal.complete(String.valueOf(e.getMessage()));
          } catch (Throwable e) {
            refusal.completeExceptionally(e);
          }
        });
    return refusal.join();
  }

  private final class Resource implements AutoCloseable {
    final String name;

    Resource(String name) {
      this.name = name;
    }

    @Override
    public void close() {
      ran.add(name);
    }
  }
}
