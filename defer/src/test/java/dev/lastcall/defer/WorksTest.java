package dev.lastcall.defer;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.Deadline;
import org.junit.jupiter.api.Test;

class WorksTest {
  private final Works works = new Works();
  private final BoundedWork first = work();
  private final BoundedWork second = work();
  private final BoundedWork third = work();

  @Test
  void whoeverIsDoneTheOthersStayInTheirOrder() {
    works.add(first);
    works.add(second);
    works.add(third);
    works.remove(second);
    assertThat(works.all()).containsExactly(first, third);
    works.remove(first);
    assertThat(works.all()).containsExactly(third);
    works.remove(third);
    assertThat(works.all()).isEmpty();
  }

  @Test
  void twoThreadsMaySeeThatTheSameWorkIsDone() {
    works.add(first);
    works.add(second);
    works.remove(second);
    works.remove(second);
    assertThat(works.all()).containsExactly(first);
  }

  private static BoundedWork work() {
    return new Pieces(ofSeconds(1), Deadline.after(ofSeconds(60)));
  }
}
