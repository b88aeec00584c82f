package dev.lastcall.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class FaultsTest {
  @Test
  void strikesNothingUnlessAsked() {
    Faults.COMPONENTS.forEach(Faults.none()::strike);
    Faults.stuck("db").strike("http");
  }

  @Test
  void aStuckCloseIsDeafToInterrupts() {
    Thread closing = new Thread(() -> Faults.stuck("db").strike("db"), "stuck-close");
    closing.setDaemon(true);
    closing.start();
    await().until(() -> closing.getState() == Thread.State.WAITING);
    closing.interrupt();
    await().until(() -> !closing.isInterrupted() && closing.getState() == Thread.State.WAITING);
    assertThat(closing.isAlive()).isTrue();
  }

  @Test
  void aSeedDecidesTheSameEachTimeAndAllEffectsHappen() {
    Set<Faults.Effect> seen = EnumSet.noneOf(Faults.Effect.class);
    for (long seed = 0; seed < 100; seed++) {
      for (String component : Faults.COMPONENTS) {
        Faults.Effect effect = Faults.chaos(seed).effectOn(component);
        assertThat(Faults.chaos(seed).effectOn(component)).isEqualTo(effect);
        seen.add(effect);
      }
    }
    assertThat(seen).containsExactlyInAnyOrder(Faults.Effect.values());
  }

  @Test
  void aFailureNamesTheComponent() {
    long seed =
        LongStream.range(0, 1_000)
            .filter(each -> Faults.chaos(each).effectOn("db") == Faults.Effect.FAIL)
            .findFirst()
            .orElseThrow();
    assertThatThrownBy(() -> Faults.chaos(seed).strike("db"))
        .hasMessage("db: failed by chaos (expected: to close)");
  }
}
