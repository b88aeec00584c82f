package dev.lastcall.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RemainsTest {
  private static final Remains REMAINS =
      new Remains(Set.of("a", "b"), Set.of("a", "x"), List.of("a", "b", "b"));

  @Test
  void whatWasAcknowledgedAndIsNotThereIsLost() {
    assertThat(REMAINS.losses(Set.of("a", "b", "c"), 7)).isEqualTo(new Losses(7, 1, 2, 1));
  }

  @Test
  void whatNobodySentAndWhatWasLoggedTwiceIsInvented() {
    assertThat(REMAINS.invented(Set.of("a", "b", "c"))).isEqualTo(2);
    assertThat(REMAINS.invented(Set.of("a", "b", "x"))).isEqualTo(1);
  }
}
