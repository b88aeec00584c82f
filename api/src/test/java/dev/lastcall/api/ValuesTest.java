package dev.lastcall.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ValuesTest {
  private static final StackTraceElement PARK =
      new StackTraceElement(null, "java.base", "17", "java.lang.Thread", "sleep", "Thread.java", 1);
  private static final StackTraceElement CLOSE =
      new StackTraceElement(
          null, "java.base", "25", "java.util.concurrent.ExecutorService", "close", "E.java", 400);
  private static final StackTraceElement OURS =
      new StackTraceElement("dev.lastcall.defer.PieceRun", "run", "PieceRun.java", 48);
  private static final StackTraceElement THREAD =
      new StackTraceElement(null, "java.base", "25", "java.lang.Thread", "run", "Thread.java", 9);
  private static final StackTraceElement OWN =
      new StackTraceElement("com.acme.Pool", "close", "Pool.java", 42);

  @Test
  void aSamplePointsAtTheInnermostFrameOutsideTheJdk() {
    assertThat(sample(List.of(PARK, OWN)).place()).isEqualTo("com.acme.Pool.close(Pool.java:42)");
    assertThat(sample(List.of(PARK)).place()).contains("Thread.sleep");
    assertThat(sample(List.of()).place()).isEqualTo("no frames");
  }

  @Test
  void aMethodOfTheJdkThatIsTheActionItselfIsThePlace() {
    assertThat(sample(List.of(PARK, CLOSE, OURS, OURS, THREAD)).place())
        .isEqualTo("java.base@25/java.util.concurrent.ExecutorService.close(E.java:400)");
  }

  @Test
  void theFramesThatRunAnActionAreNotThePlace() {
    assertThat(sample(List.of(PARK, CLOSE, OURS, OWN, OURS, THREAD)).place())
        .as("a scope inside a cleanup")
        .isEqualTo(OWN.toString());
    assertThat(sample(List.of(OURS, THREAD)).place()).isEqualTo(OURS.toString());
  }

  @Test
  void aPackageThatIsOnlyNamedLikeOursIsTheUsers() {
    StackTraceElement demo =
        new StackTraceElement("dev.lastcall.orders.Database", "close", "Database.java", 7);
    StackTraceElement noPackage = new StackTraceElement("Main", "main", "Main.java", 1);
    assertThat(sample(List.of(PARK, demo, OURS)).place()).isEqualTo(demo.toString());
    assertThat(sample(List.of(PARK, noPackage, OURS)).place()).isEqualTo(noPackage.toString());
  }

  @Test
  void onlyACompletedCleanupCountsAsCompleted() {
    Duration second = Duration.ofSeconds(1);
    List<Outcome> outcomes =
        List.of(
            new Outcome.Completed(second),
            new Outcome.Failed(second, new IllegalStateException()),
            new Outcome.TimedOut(second, second, sample(List.of())),
            new Outcome.Abandoned(second, second, sample(List.of())),
            new Outcome.Skipped("deadline passed"));
    assertThat(outcomes)
        .extracting(Outcome::word)
        .containsExactly("completed", "failed", "timed-out", "abandoned", "skipped");
    assertThat(outcomes)
        .extracting(Outcome::isCompleted)
        .containsExactly(true, false, false, false, false);
    assertThat(outcomes.get(4).elapsed()).isZero();
  }

  @Test
  void whereNothingIsTracedNothingIsRestored() {
    TraceContext.Captured captured = TraceContext.none().capture();
    assertThat(captured.traceId()).isEmpty();
    try (TraceContext.Restored restored = captured.restore()) {
      assertThat(restored).isNotNull();
    }
  }

  @Test
  void valuesWithoutMeaningAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GracePeriod(Duration.ZERO, "builder"))
        .withMessage("gracePeriod: PT0S (expected: > PT0S)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ExitReason(ExitReason.Door.SIGNAL, ""))
        .withMessage("detail: \"\" (expected: why the exit began)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Finding("no name", Finding.Severity.INFO, "m", "a"));
  }

  private static StackSample sample(List<StackTraceElement> frames) {
    return new StackSample("lc:db", Thread.State.WAITING, frames, "", "");
  }
}
