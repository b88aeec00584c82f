package dev.lastcall.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BallastTest {
  @Test
  void holdsAMegabyteUntilItIsDropped() {
    Ballast ballast = new Ballast();
    assertThat(ballast.heldBytes()).isEqualTo(1 << 20);

    ballast.drop();
    assertThat(ballast.heldBytes()).isZero();
  }
}
