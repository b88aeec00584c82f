package dev.lastcall.defer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The arrays of scopes with many cleanups: reused by their thread, and empty meanwhile. */
class ScopeOverflowTest {
  private final List<Integer> released = new ArrayList<>();

  @Test
  void aLoopReusesTheArrayOfTheScopeBefore() {
    Object[] first = filled(10);
    drain(first, 10);
    Object[] second = filled(10);
    assertThat(second).isSameAs(first);
    drain(second, 10);
  }

  @Test
  void nestedScopesReuseTheirArraysToo() {
    Object[] outer = filled(10);
    Object[] inner = filled(10);
    assertThat(inner).isNotSameAs(outer);
    drain(inner, 10);
    drain(outer, 10);
    Object[] next = filled(10);
    Object[] afterThat = filled(10);
    assertThat(next).isSameAs(outer);
    assertThat(afterThat).isSameAs(inner);
    drain(afterThat, 10);
    drain(next, 10);
  }

  @Test
  void anArrayThatIsFreeKeepsNothingAlive() {
    Object[] array = filled(100);
    drain(array, 100);
    assertThat(released).hasSize(100).first().isEqualTo(99);
    assertThat(Arrays.copyOfRange(array, 1, array.length))
        .filteredOn(entry -> !ScopeCalls.isConstant(entry))
        .containsOnlyNulls();
  }

  @Test
  void aVeryLongArrayIsLeftToTheGarbageCollector() {
    Object[] array = filled(10_000);
    drain(array, 10_000);
    Object[] next = filled(1);
    assertThat(next.length).isLessThan(array.length);
    drain(next, 1);
  }

  private Object[] filled(int count) {
    Release<Object> action = target -> released.add((Integer) target);
    Object[] array = ScopeOverflow.push(null, 0, action, 0);
    for (int i = 1; i < count; i++) {
      array = ScopeOverflow.push(array, i, action, i);
    }
    return array;
  }

  private static void drain(Object[] array, int count) {
    assertThat(ScopeOverflow.drain(array, count, null)).isNull();
  }
}
