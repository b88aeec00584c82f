package dev.lastcall.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lastcall.api.Outcome;
import dev.lastcall.api.StackSample;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExitCodesTest {
  private static final Outcome COMPLETED = new Outcome.Completed(Duration.ZERO);
  private static final Outcome FAILED =
      new Outcome.Failed(Duration.ZERO, new IllegalStateException("no"));
  private static final StackSample SAMPLE =
      new StackSample("lc:db", Thread.State.RUNNABLE, List.of(), "", "");
  private static final Outcome LATE = new Outcome.TimedOut(Duration.ZERO, Duration.ZERO, SAMPLE);
  private static final Outcome ABANDONED =
      new Outcome.Abandoned(Duration.ZERO, Duration.ZERO, SAMPLE);

  private final ExitCodes codes = ExitCodes.defaults();

  @Test
  void aCleanExitHasTheCodeThatWasAskedFor() {
    assertThat(codes.after(3, List.of(COMPLETED))).isEqualTo(3);
    assertThat(codes.after(0, List.of())).isZero();
  }

  @Test
  void aFailureAndALateOneHaveCodesOfTheirOwnAndLateWins() {
    assertThat(codes.after(3, List.of(COMPLETED, FAILED))).isEqualTo(70);
    assertThat(codes.after(3, List.of(FAILED, LATE))).isEqualTo(124);
    assertThat(codes.after(3, List.of(ABANDONED))).isEqualTo(124);
  }

  @Test
  void aSkippedCleanupCountsAsLateIfTimeWasShortAndElseAsFailed() {
    assertThat(
            codes.after(0, List.of(new Outcome.Skipped("deadline passed before it could begin"))))
        .isEqualTo(124);
    assertThat(codes.after(0, List.of(new Outcome.Skipped("predecessor http failed"))))
        .isEqualTo(70);
  }

  @Test
  void aSignalPassesThroughOnlyIfAsked() {
    assertThat(codes.cleanAfterSignal(15)).isZero();
    assertThat(ExitCodes.passThrough().cleanAfterSignal(15)).isEqualTo(143);
  }

  @Test
  void aCodeThatNoProcessCanHaveIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ExitCodes(0, 256, 124, 125, false))
        .withMessage("failed: 256 (expected: 0 to 255)");
  }
}
