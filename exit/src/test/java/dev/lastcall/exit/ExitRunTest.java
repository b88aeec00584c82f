package dev.lastcall.exit;

import static dev.lastcall.api.CleanupSpec.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.lastcall.api.CleanupContext;
import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.ExitReport.CleanupReport;
import dev.lastcall.api.NodeState;
import dev.lastcall.api.Outcome;
import dev.lastcall.api.PlainAsyncCleanup;
import dev.lastcall.api.PlainCleanup;
import dev.lastcall.api.Registration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs on real threads, with real hangs. */
final class ExitRunTest {
  private static final Duration PLENTY = Duration.ofSeconds(60);
  private static final Duration BRIEF = Duration.ofMillis(30);

  /** Long enough for a patience that a busy machine does not use up. */
  private static final Duration A_SECOND = Duration.ofSeconds(1);

  private static final PlainCleanup NOTHING = () -> {};

  private final CountDownLatch released = new CountDownLatch(1);
  private final ExitCoordinator exit =
      ExitCoordinator.create(Threads.EIGHT, ExitSettings.within(PLENTY));

  @AfterEach
  void releaseTheStuck() {
    released.countDown();
  }

  private void defer(CleanupSpec spec, PlainCleanup cleanup) {
    exit.defer(spec, cleanup);
  }

  private CleanResult run(Duration time) {
    return exit.run(Deadline.after(time), System.nanoTime());
  }

  private CleanResult run() {
    return run(PLENTY);
  }

  /** Hangs deaf to interrupts until the test has ended. */
  private void hang() {
    while (released.getCount() > 0) {
      LockSupport.parkNanos(1_000_000);
      Thread.interrupted();
    }
  }

  private static void fail() {
    throw new IllegalStateException("scripted");
  }

  private static CleanupReport report(CleanResult result, String name) {
    return result.cleanups().stream()
        .filter(report -> report.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Outcome outcome(CleanResult result, String name) {
    return report(result, name).outcome();
  }

  @Test
  void anEmptyGraphHasNothingToSay() {
    assertThat(run()).isEqualTo(new CleanResult(List.of(), List.of(), List.of()));
  }

  @Test
  void everyThrowableIsAnOutcomeAndStopsNobody() {
    Error error = new StackOverflowError("scripted");
    Exception exception = new Exception("scripted");
    defer(
        named("error"),
        () -> {
          throw error;
        });
    defer(
        named("exception").after("error"),
        () -> {
          throw exception;
        });
    defer(named("after").after("exception"), NOTHING);
    CleanResult result = run();
    assertThat(((Outcome.Failed) outcome(result, "error")).cause()).isSameAs(error);
    assertThat(((Outcome.Failed) outcome(result, "exception")).cause()).isSameAs(exception);
    assertThat(outcome(result, "after")).isInstanceOf(Outcome.Completed.class);
    assertThat(result.criticalPath()).containsExactly("error", "exception", "after");
  }

  @Test
  void aCleanupIsInterruptedAtItsBound() throws InterruptedException {
    CountDownLatch interrupted = new CountDownLatch(1);
    defer(
        named("slow").within(BRIEF),
        () -> {
          try {
            released.await();
          } catch (InterruptedException interrupt) {
            interrupted.countDown();
            throw interrupt;
          }
        });
    Outcome outcome = outcome(run(), "slow");
    interrupted.await();
    // Abandoned where the machine is too busy for it to come back within the patience.
    assertThat(outcome).isInstanceOfAny(Outcome.TimedOut.class, Outcome.Abandoned.class);
    assertThat(outcome.elapsed()).isGreaterThanOrEqualTo(BRIEF);
  }

  @Test
  void anAbandonedPredecessorCountsAsEnded() {
    defer(named("deaf").within(BRIEF), this::hang);
    AtomicReference<NodeState> seen = new AtomicReference<>();
    Registration next =
        exit.defer(named("next").after("deaf"), (PlainCleanup) () -> seen.set(NodeState.RUNNING));
    CleanResult result = run();
    Outcome outcome = outcome(result, "deaf");
    assertThat(outcome).isInstanceOf(Outcome.Abandoned.class);
    assertThat(((Outcome.Abandoned) outcome).sample().frames().toString()).contains("hang");
    assertThat(outcome(result, "next")).isInstanceOf(Outcome.Completed.class);
    assertThat(report(result, "next").began()).isGreaterThanOrEqualTo(outcome.elapsed());
    assertThat(next.state()).isEqualTo(NodeState.EXECUTED);
    assertThat(seen).hasValue(NodeState.RUNNING);
  }

  @Test
  void aStuckCleanupLeavesTimeForThoseBehindIt() {
    defer(named("deaf").within(PLENTY), this::hang);
    defer(named("behind").within(PLENTY).after("deaf"), NOTHING);
    CleanResult result = run(Duration.ofMillis(400));
    assertThat(outcome(result, "deaf")).isInstanceOf(Outcome.Abandoned.class);
    assertThat(report(result, "deaf").allotted()).isLessThan(Duration.ofMillis(200));
    assertThat(outcome(result, "behind")).isInstanceOf(Outcome.Completed.class);
  }

  @Test
  void whatStillRunsAtTheDeadlineIsAbandoned() {
    defer(named("deaf").within(PLENTY), this::hang);
    CleanResult result = run(Duration.ofMillis(100));
    assertThat(outcome(result, "deaf")).isInstanceOf(Outcome.Abandoned.class);
    assertThat(result.criticalPath()).containsExactly("deaf");
  }

  @Test
  void whatCannotBeginBeforeTheDeadlineIsSkipped() {
    defer(named("a"), NOTHING);
    Registration b = exit.defer(named("b").after("a"), NOTHING);
    CleanResult result = run(Duration.ZERO);
    assertThat(result.cleanups())
        .extracting(CleanupReport::outcome)
        .containsOnly(new Outcome.Skipped("deadline passed before it could begin"))
        .hasSize(2);
    assertThat(result.criticalPath()).isEmpty();
    assertThat(b.state()).isEqualTo(NodeState.EXECUTED);
  }

  @Test
  void allThreadsStuckIsNotTheEndOfTheRest() {
    for (int i = 0; i < 8; i++) {
      defer(named("deaf" + i).within(BRIEF), this::hang);
    }
    for (int i = 0; i < 8; i++) {
      defer(named("well" + i), NOTHING);
    }
    CleanResult result = run();
    assertThat(result.cleanups()).hasSize(16);
    assertThat(result.cleanups())
        .allSatisfy(
            report ->
                assertThat(report.outcome())
                    .isInstanceOf(
                        report.name().startsWith("deaf")
                            ? Outcome.Abandoned.class
                            : Outcome.Completed.class));
  }

  @Test
  void aCleanupThatRequiresItsPredecessorsIsSkippedWithAReasonAndPassesItOn() {
    defer(named("x"), ExitRunTest::fail);
    Registration gone = exit.defer(named("gone").after("x"), NOTHING);
    defer(named("strict").after(gone).requiringPredecessors(), NOTHING);
    defer(named("stricter").after("strict").requiringPredecessors(), NOTHING);
    defer(named("lenient").after("strict"), NOTHING);
    gone.close();
    CleanResult result = run();
    assertThat(outcome(result, "strict")).isEqualTo(new Outcome.Skipped("predecessor x failed"));
    assertThat(outcome(result, "stricter"))
        .isEqualTo(new Outcome.Skipped("predecessor strict skipped"));
    assertThat(outcome(result, "lenient")).isInstanceOf(Outcome.Completed.class);
    assertThat(report(result, "strict").after()).containsExactly("x");
    assertThat(report(result, "strict").allotted()).isZero();
  }

  @Test
  void anAsynchronousCleanupEndsWithItsStage() {
    CompletableFuture<String> stage = new CompletableFuture<>();
    PlainAsyncCleanup first = () -> stage;
    exit.deferAsync(named("first"), first);
    defer(named("beside"), () -> stage.complete("done"));
    PlainAsyncCleanup failing =
        () -> CompletableFuture.failedFuture(new IllegalStateException("scripted"));
    exit.deferAsync(named("failing").after("first"), failing);
    CompletableFuture<String> never = new CompletableFuture<>();
    PlainAsyncCleanup hanging = () -> never;
    exit.deferAsync(named("hanging").within(A_SECOND), hanging);
    CleanResult result = run();
    assertThat(outcome(result, "first")).isInstanceOf(Outcome.Completed.class);
    assertThat(((Outcome.Failed) outcome(result, "failing")).cause()).hasMessage("scripted");
    assertThat(outcome(result, "hanging")).isInstanceOf(Outcome.TimedOut.class);
    assertThat(never).isCancelled();
  }

  @Test
  void theForceActionIsTakenWhenTheInterruptIsIgnored() {
    CountDownLatch forced = new CountDownLatch(1);
    defer(
        named("pool").within(A_SECOND).force(forced::countDown),
        () -> {
          while (forced.getCount() > 0) {
            LockSupport.parkNanos(1_000_000);
            Thread.interrupted();
          }
        });
    assertThat(outcome(run(), "pool")).isInstanceOf(Outcome.TimedOut.class);
  }

  @Test
  void aCleanupIsToldItsNameAndADeadlineWithinThatOfTheExit() {
    CompletableFuture<CleanupContext> seen = new CompletableFuture<>();
    Deadline deadline = Deadline.after(PLENTY);
    exit.defer(named("db").within(Duration.ofSeconds(3)), seen::complete);
    Deadline bound = Deadline.after(Duration.ofSeconds(3));
    CleanResult result = exit.run(deadline, System.nanoTime());
    assertThat(seen.join().name()).isEqualTo("db");
    assertThat(seen.join().traceId()).isEmpty();
    assertThat(seen.join().deadline()).isLessThan(deadline).isGreaterThanOrEqualTo(bound);
    assertThat(report(result, "db").allotted()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void registeringDuringTheRunIsRefusedAndStatesAreSeen() {
    List<Object> seen = new ArrayList<>();
    CompletableFuture<Registration> self = new CompletableFuture<>();
    CompletableFuture<Registration> behind = new CompletableFuture<>();
    Registration db =
        exit.defer(
            named("db"),
            (PlainCleanup)
                () -> {
                  seen.add(self.join().state());
                  seen.add(behind.join().state());
                  behind.join().close();
                  assertThatIllegalStateException()
                      .isThrownBy(() -> exit.defer(named("late"), NOTHING))
                      .withMessageMatching(
                          "name: late \\(expected: registered before the exit began, 0\\.\\d s"
                              + " ago\\)");
                });
    self.complete(db);
    behind.complete(exit.defer(named("behind").after(db), NOTHING));
    CleanResult result = run();
    assertThat(outcome(result, "db")).isInstanceOf(Outcome.Completed.class);
    assertThat(seen).containsExactly(NodeState.RUNNING, NodeState.REGISTERED);
    assertThat(outcome(result, "behind")).isInstanceOf(Outcome.Completed.class);
    assertThat(db.state()).isEqualTo(NodeState.EXECUTED);
  }

  @Test
  void anUnknownPredecessorCountsAsEndedAndIsAFinding() {
    defer(named("db").after("htpt"), NOTHING);
    CleanResult result = run();
    assertThat(outcome(result, "db")).isInstanceOf(Outcome.Completed.class);
    assertThat(result.findings()).extracting("id").containsExactly("unknown-predecessor");
  }

  @Test
  void aScaledPlanIsAFindingOfTheResult() {
    defer(named("a").within(PLENTY), NOTHING);
    defer(named("b").within(PLENTY).after("a"), NOTHING);
    assertThat(run().findings()).extracting("id").containsExactly("plan-exceeds-grace-period");
  }
}
