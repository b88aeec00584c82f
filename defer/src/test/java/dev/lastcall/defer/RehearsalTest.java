package dev.lastcall.defer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  private final ManualTicker ticker = new ManualTicker();
  private final Rehearsal rehearsal = new Rehearsal(ticker);

  @Test
  void onePieceReturnsAndAnotherThrowsSoThatBothWaysAreLoaded() {
    assertThat(rehearsal.isFinished()).isFalse();
    int first = rehearsal.take();
    assertThat(rehearsal.isFinished()).isFalse();
    int second = rehearsal.take();
    assertThat(rehearsal.take()).isEqualTo(BoundedWork.NONE);
    assertThat(rehearsal.isFinished()).isTrue();
    assertThatCode(() -> rehearsal.run(first)).doesNotThrowAnyException();
    assertThatThrownBy(() -> rehearsal.run(second)).hasMessage("as rehearsed");
  }

  @Test
  void itIsNamedAndHasTimeOnABusyMachine() {
    assertThat(rehearsal.name(0)).isEqualTo("rehearsal");
    assertThat(rehearsal.allottedNanos(0, 0)).isGreaterThanOrEqualTo(1_000_000_000);
    assertThat(rehearsal.deadline().remaining()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
  }
}
