package dev.lastcall.defer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ThreadNameTest {
  private final String before = Thread.currentThread().getName();
  private final ThreadName name = new ThreadName("lc:idle-7");

  @BeforeEach
  void begin() {
    name.workBegins(0);
  }

  @AfterEach
  void restore() {
    Thread.currentThread().setName(before);
  }

  @Test
  void theFirstPieceIsNamed() {
    assertThat(name.isAffordable(0)).isTrue();
    name.tell("orders");
    assertThat(current()).isEqualTo("lc:orders");
  }

  @Test
  void piecesOfAFewMicrosecondsAreAllNamed() {
    long now = 0;
    for (int i = 0; i < 100; i++) {
      assertThat(name.isAffordable(now)).as("piece %d", i).isTrue();
      name.tell("piece-" + i);
      now += 12_000;
    }
  }

  @Test
  void ofPiecesOfNanosecondsOnlyAFewAreNamed() {
    int named = 0;
    for (int i = 0; i < 10_000; i++) {
      if (name.isAffordable(i * 80L)) {
        name.tell("piece-" + i);
        named++;
      } else {
        name.hide();
        assertThat(current()).isEqualTo("lc:idle-7");
      }
    }
    assertThat(named).isBetween(10, 60);
  }

  @Test
  void theSameNameIsNotToldTwice() {
    name.tell("orders");
    Thread.currentThread().setName("changed");
    name.tell("orders");
    assertThat(current()).isEqualTo("changed");
    name.tell("invoices");
    assertThat(current()).isEqualTo("lc:invoices");
  }

  @Test
  void hidingNothingChangesNothing() {
    name.hide();
    assertThat(current()).isEqualTo(before);
  }

  @Test
  void aNameToldFromOutsideIsHiddenToo() {
    name.tellFromOutside(Thread.currentThread(), "orders");
    assertThat(current()).isEqualTo("lc:orders");
    name.hide();
    assertThat(current()).isEqualTo("lc:idle-7");
  }

  private static String current() {
    return Thread.currentThread().getName();
  }
}
