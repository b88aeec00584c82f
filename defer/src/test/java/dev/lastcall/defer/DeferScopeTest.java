package dev.lastcall.defer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastcall.api.PlainCleanup;
import java.util.ArrayList;
import java.util.List;
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

  private void defer(DeferScope scope, String name, int number) {
    for (int i = 0; i < number; i++) {
      scope.defer(note(name + i));
    }
  }

  private PlainCleanup note(String name) {
    return () -> ran.add(name);
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
