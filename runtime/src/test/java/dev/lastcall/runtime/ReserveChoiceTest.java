package dev.lastcall.runtime;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.Deadline.Ticker;
import dev.lastcall.api.GracePeriod;
import dev.lastcall.api.Mode;
import dev.lastcall.flush.LastGasp;
import dev.lastcall.flush.Reserve;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReserveChoiceTest {
  private final LastGasp gasp = LastGasp.start(Ticker.system());

  @AfterEach
  void close() {
    gasp.close();
  }

  private ReserveChoice choice(Duration grace) {
    return new ReserveChoice(
        gasp,
        new Terms(
            ThisProcess.facts(Surroundings.ofThisProcess(), Optional.empty()),
            new GracePeriod(grace, "test"),
            Mode.PERMISSIVE,
            ofMillis(100),
            ExitCodes.defaults()));
  }

  private static Duration death(Reserve reserve) {
    return reserve.length().minus(reserve.flush());
  }

  @Test
  void countsInTheWaitForNativeThreadsWhereThereIsTime() {
    Reserve reserve = choice(ofSeconds(30)).atExit(ofSeconds(5));

    assertThat(death(reserve)).isGreaterThanOrEqualTo(ofMillis(300));
  }

  @Test
  void takesWhatWasMeasuredWhereTimeIsShort() {
    ReserveChoice choice = choice(ofSeconds(6));

    assertThat(choice.atExit(ofSeconds(5)).flush()).isEqualTo(choice.atStart().flush());
    assertThat(choice.atExit(ofSeconds(5)).reasons()).noneMatch(why -> why.contains("should"));
  }
}
