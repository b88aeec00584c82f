package dev.lastcall.endings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.crashlab.ChildJvm;
import dev.lastcall.crashlab.Ending;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second signal flushes and ends the process, a third only ends it. */
final class SignalsTest {
  private static final Duration LONG_GRACE = Duration.ofSeconds(80);

  @TempDir private Path directory;
  private Laboratory laboratory;

  @BeforeEach
  void open() {
    laboratory = new Laboratory(directory);
  }

  @Test
  void aSecondSignalFlushesAndEndsTheProcessLongBeforeItsGracePeriod() {
    Ending ending = afterSignals(Scenario.WAITING_FOR_MORE_SIGNALS, 2);
    assertThat(ending.killed()).isFalse();
    assertThat(ending.exitCode()).isEqualTo(125);
    assertThat(ending.output().stream().filter("flushed"::equals).count())
        .as("rehearsals before, and one flush at the end")
        .isGreaterThan(rehearsalsBeforeServing(ending));
    assertThat(ending.elapsed()).isLessThan(LONG_GRACE.dividedBy(8));
  }

  @Test
  void aThirdSignalDoesNotEvenWaitForTheFlush() {
    Ending ending = afterSignals(Scenario.STUCK_IN_THE_FLUSH, 3);
    assertThat(ending.killed()).isFalse();
    assertThat(ending.exitCode()).isEqualTo(125);
    assertThat(ending.elapsed()).isLessThan(LONG_GRACE.dividedBy(8));
  }

  private Ending afterSignals(Scenario scenario, int signals) {
    try (ChildJvm running = laboratory.subject(scenario, LONG_GRACE).start()) {
      running.awaitLine("serving").signal("TERM").awaitLine("http closed");
      for (int more = 2; more <= signals; more++) {
        running.signal("TERM");
      }
      return running.awaitEnding();
    }
  }

  private static long rehearsalsBeforeServing(Ending ending) {
    return ending.output().stream()
        .takeWhile(line -> !line.equals("serving"))
        .filter("flushed"::equals)
        .count();
  }
}
