package dev.lastcall.exit;

import static dev.lastcall.api.CleanupSpec.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.lastcall.api.AsyncCleanup;
import dev.lastcall.api.Cleanup;
import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.ExitPlan;
import dev.lastcall.api.ExitReason;
import dev.lastcall.api.ExitReason.Door;
import dev.lastcall.api.Mode;
import dev.lastcall.api.NodeState;
import dev.lastcall.api.PlainCleanup;
import dev.lastcall.api.Registration;
import dev.lastcall.api.TraceContext;
import dev.lastcall.defer.CleanupThreads;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RegistrationTest {
  private static final PlainCleanup NOTHING = () -> {};
  private static final Duration AVAILABLE = Duration.ofMillis(24_900);

  private final ExitCoordinator exit =
      ExitCoordinator.create(Threads.EIGHT, ExitSettings.within(AVAILABLE));

  private Registration defer(CleanupSpec spec) {
    return exit.defer(spec, NOTHING);
  }

  @Test
  void aTakenNameIsRefused() {
    defer(named("db"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> defer(named("db")))
        .withMessage("name: \"db\" (expected: a name that is not taken)");
  }

  @Test
  void aCleanupAfterItselfIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> defer(named("a").after("b", "a")))
        .withMessage("after: a → a (expected: no circle), cleanup: a");
    assertThat(exit.plan().nodes()).isEmpty();
  }

  @Test
  void aPendingCleanupAfterItselfIsRefused() {
    defer(named("b").after("a"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> defer(named("a").after("a")))
        .withMessage("after: a → a (expected: no circle), cleanup: a");
  }

  @Test
  void aCircleIsRefusedWithItsPathInTheOrderInWhichItWouldRun() {
    defer(named("b").after("a"));
    defer(named("c").after("b", "other"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> defer(named("a").after("unheard-of", "c")))
        .withMessage("after: a → b → c → a (expected: no circle), cleanup: a");
  }

  @Test
  void whatWasRefusedLeavesNoTrace() {
    defer(named("b").after("a"));
    assertThatIllegalArgumentException().isThrownBy(() -> defer(named("a").after("x", "b")));
    defer(named("a"));
    assertThat(exit.plan().nodes()).extracting(ExitPlan.Node::name).containsExactly("a", "b");
    assertThat(exit.ready()).isEmpty();
  }

  @Test
  void ofALongCircleTheMiddleIsCounted() {
    for (int i = 1; i < 1_000; i++) {
      defer(named("n" + i).after("n" + (i - 1)));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> defer(named("n0").after("n999")))
        .withMessage(
            "after: n0 → n1 → n2 → n3 → n4 → n5 → n6 → n7 → n8 → n9 → … 981 more … → n991 → n992"
                + " → n993 → n994 → n995 → n996 → n997 → n998 → n999 → n0"
                + " (expected: no circle), cleanup: n0");
  }

  @Test
  void aBoundAboveWhatThereIsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> defer(named("orders.close").within(Duration.ofSeconds(40))))
        .withMessage(
            "within: PT40S (expected: <= PT24.9S, grace period less flush reserve), cleanup:"
                + " orders.close");
    defer(named("just").within(AVAILABLE));
    assertThat(exit.plan().verdict()).isEqualTo(ExitPlan.Verdict.FITS);
  }

  @Test
  void aSealedGraphRefusesEverythingAndSaysWhenItWasSealed() {
    ManualTicker ticker = new ManualTicker(Duration.ofHours(1).toNanos());
    try (CleanupThreads threads = Threads.on(ticker)) {
      ExitCoordinator sealed =
          ExitCoordinator.create(
              threads,
              new ExitSettings(
                  AVAILABLE, Mode.PERMISSIVE, TraceContext.none(), ExitSettings.NO_EVENTS, ticker));
      Registration early = sealed.defer(named("early"), NOTHING);
      sealed.seal(new ExitReason(Door.SIGNAL, "SIGTERM"), ticker.nanos());
      sealed.seal(new ExitReason(Door.REQUEST, "too late"), 0);
      ticker.advance(Duration.ofMillis(1_299));
      assertThatIllegalStateException()
          .isThrownBy(() -> sealed.defer(named("x"), NOTHING))
          .withMessage(
              "name: x (expected: registered before the exit began, which was by SIGTERM 1.2 s"
                  + " ago)");
      early.close();
      assertThat(sealed.plan().nodes()).hasSize(1);
    }
  }

  @Test
  void aRunSealsTheGraphAndIsMadeOnce() {
    exit.run(Deadline.after(AVAILABLE), System.nanoTime());
    assertThatIllegalStateException()
        .isThrownBy(() -> defer(named("x")))
        .withMessageMatching(
            "name: x \\(expected: registered before the exit began, \\d+\\.\\d s ago\\)");
    assertThatIllegalStateException()
        .isThrownBy(() -> exit.run(Deadline.after(AVAILABLE), 0))
        .withMessage("run: the second (expected: one run)");
  }

  @Test
  void whatComesAfterAWithdrawnCleanupComesAfterItsPredecessors() {
    defer(named("http"));
    Registration outbox = defer(named("outbox").after("http"));
    defer(named("db").after(outbox));
    outbox.close();
    outbox.close();
    ExitPlan plan = exit.plan();
    assertThat(plan.nodes()).extracting(ExitPlan.Node::name).containsExactly("http", "db");
    assertThat(plan.nodes().get(1).after()).containsExactly("http");
    assertThat(plan.criticalPath()).containsExactly("http", "db");
    assertThat(outbox.state()).isEqualTo(NodeState.REGISTERED);
  }

  @Test
  void aWithdrawnNameCanBeTakenAgainAndTheOldHandleDoesNotTouchIt() {
    Registration first = defer(named("db"));
    first.close();
    Registration second = defer(named("db"));
    first.close();
    assertThat(exit.plan().nodes()).hasSize(1);
    assertThat(second.state()).isEqualTo(NodeState.REGISTERED);
    assertThat(second.name()).isEqualTo("db");
    assertThat(second).hasToString("db");
  }

  @Test
  void nullsAndAForeignClockAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> exit.defer(nothing(), NOTHING))
        .withMessage("spec: null (expected: a value)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> exit.defer(named("a"), RegistrationTest.<Cleanup>nothing()))
        .withMessage("cleanup: null (expected: a value)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> exit.deferAsync(named("a"), RegistrationTest.<AsyncCleanup>nothing()))
        .withMessage("cleanup: null (expected: a value)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExitSettings.within(Duration.ZERO))
        .withMessage("available: PT0S (expected: > PT0S)");
    Deadline.Ticker foreign = () -> 0;
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                ExitCoordinator.create(
                    Threads.EIGHT,
                    new ExitSettings(
                        AVAILABLE,
                        Mode.STRICT,
                        TraceContext.none(),
                        ExitSettings.NO_EVENTS,
                        foreign)))
        .withMessageMatching("ticker: .* \\(expected: the ticker of the watchdog\\)");
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T nothing() {
    return null;
  }
}
