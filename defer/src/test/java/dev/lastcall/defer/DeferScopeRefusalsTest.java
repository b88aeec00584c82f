package dev.lastcall.defer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastcall.api.PlainCleanup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

final class DeferScopeRefusalsTest {
  private final List<String> ran = new ArrayList<>();

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

  private PlainCleanup note(String name) {
    return () -> ran.add(name);
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
