package dev.lastcall.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ExitProgressTest {
  @Test
  void readsWhatTheEndpointSays() {
    assertThat(
            ExitProgress.parse(
                "{\"state\":\"ENDING\",\"phase\":\"DRAIN\",\"elapsedMillis\":12,\"leftMillis\":9988,"
                    + "\"inFlight\":3,\"cleanups\":{\"db\":\"REGISTERED\",\"http\":\"completed\"}}"))
        .contains(new ExitProgress("DRAIN", 3, Map.of("db", "REGISTERED", "http", "completed")));
  }

  @Test
  void isEmptyBeforeTheExitAndForHalfAnAnswer() {
    assertThat(ExitProgress.parse("{\"phase\":\"NONE\",\"inFlight\":3}"))
        .isEqualTo(Optional.empty());
    assertThat(ExitProgress.parse("{\"phase\":\"DR")).isEqualTo(Optional.empty());
  }
}
