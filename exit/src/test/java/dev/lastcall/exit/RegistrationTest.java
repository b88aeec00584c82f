package dev.lastcall.exit;

import static dev.lastcall.api.CleanupSpec.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastcall.api.AsyncCleanup;
import dev.lastcall.api.Cleanup;
import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.ExitPlan;
import dev.lastcall.api.ExitReason;
import dev.lastcall.api.ExitReason.Door;
import dev.lastcall.api.Finding;
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

  private static ExitCoordinator strict() {
    return ExitCoordinator.create(
        Threads.EIGHT,
        new ExitSettings(
            AVAILABLE,
            Mode.STRICT,
            TraceContext.none(),
            ExitSettings.NO_EVENTS,
            Deadline.Ticker.system()));
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
  void theBoundOfAKindIsCutToWhatThereIs() {
    ExitCoordinator brief =
        ExitCoordinator.create(Threads.EIGHT, ExitSettings.within(Duration.ofSeconds(2)));
    brief.defer(named("db"), NOTHING);
    ExitPlan plan = brief.plan();
    assertThat(plan.verdict()).isEqualTo(ExitPlan.Verdict.FITS);
    assertThat(plan.nodes().get(0).timeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(plan.nodes().get(0).allotted()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void namesThatNobodyRegisteredAreRefusedWhenTheStartUpEnds() {
    defer(named("db").after("htpt"));
    defer(named("cache").after("htpt", "db", "quue"));
    assertThatIllegalArgumentException()
        .isThrownBy(exit::ready)
        .withMessage(
            "after: \"htpt\" (expected: the name of a registered cleanup), cleanup: db, cache;"
                + " after: \"quue\" (expected: the name of a registered cleanup), cleanup: cache");
    defer(named("htpt"));
    defer(named("quue"));
    assertThat(exit.ready()).isEmpty();
  }

  @Test
  void afterTheStartUpUnknownNamesAreRefusedAtOnce() {
    exit.ready();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> defer(named("db").after("http")))
        .withMessage("after: \"http\" (expected: the name of a registered cleanup), cleanup: db");
    defer(named("http"));
    assertThat(defer(named("db").after("http")).state()).isEqualTo(NodeState.REGISTERED);
  }

  @Test
  void anUnknownNameIsAFindingOfThePlan() {
    defer(named("db").after("htpt"));
    assertThat(exit.plan().findings())
        .containsExactly(
            new Finding(
                "unknown-predecessor",
                Finding.Severity.WARNING,
                "after: \"htpt\" (expected: the name of a registered cleanup), cleanup: db",
                "Register it or correct the name; an exit goes on as if it had ended."));
    assertThat(exit.plan().nodes()).extracting(ExitPlan.Node::name).containsExactly("db");
  }

  @Test
  void aPlanThatDoesNotFitIsRefusedInStrictMode() {
    ExitCoordinator strict = strict();
    strict.defer(named("http").within(Duration.ofSeconds(15)), NOTHING);
    strict.defer(named("db").within(Duration.ofSeconds(10)).after("http"), NOTHING);
    assertThatThrownBy(strict::ready)
        .isInstanceOf(PlanRefusedException.class)
        .hasMessage(
            "plan: PT25S (expected: <= PT24.9S, grace period less flush reserve), critical path:"
                + " http → db")
        .satisfies(
            refused ->
                assertThat(((PlanRefusedException) refused).plan().verdict())
                    .isEqualTo(ExitPlan.Verdict.REFUSED));
  }

  @Test
  void afterTheStartUpACleanupThatDoesNotFitIsRefusedInStrictMode() {
    ExitCoordinator strict = strict();
    strict.defer(named("http").within(Duration.ofSeconds(15)), NOTHING);
    strict.ready();
    strict.defer(named("db").within(Duration.ofMillis(9_900)).after("http"), NOTHING);
    assertThatThrownBy(
            () -> strict.defer(named("late").within(Duration.ofNanos(1)).after("db"), NOTHING))
        .isInstanceOf(PlanRefusedException.class)
        .hasMessage(
            "plan: PT24.900000001S (expected: <= PT24.9S, grace period less flush reserve),"
                + " critical path: http → db → late");
    assertThat(strict.plan().nodes()).extracting(ExitPlan.Node::name).containsExactly("http", "db");
    strict.defer(named("late").within(AVAILABLE), NOTHING);
    assertThat(strict.plan().verdict()).isEqualTo(ExitPlan.Verdict.FITS);
  }

  @Test
  void withdrawingMakesRoomAgainInStrictMode() {
    ExitCoordinator strict = strict();
    strict.ready();
    Registration http = strict.defer(named("http").within(Duration.ofSeconds(24)), NOTHING);
    strict.defer(named("db").within(Duration.ofMillis(900)).after(http), NOTHING);
    http.close();
    strict.defer(named("last").within(Duration.ofSeconds(24)).after("db"), NOTHING);
    assertThat(strict.plan().criticalPath()).containsExactly("db", "last");
  }

  @Test
  void aPlanThatDoesNotFitIsAFindingInPermissiveMode() {
    defer(named("http").within(Duration.ofSeconds(15)));
    defer(named("db").within(Duration.ofSeconds(10)).after("http"));
    assertThat(exit.ready())
        .containsExactly(
            new Finding(
                "plan-exceeds-grace-period",
                Finding.Severity.WARNING,
                "plan: PT25S (expected: <= PT24.9S, grace period less flush reserve), critical"
                    + " path: http → db",
                "Lengthen the grace period, shorten bounds along the critical path, or drop an"
                    + " order that is not needed."));
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

  @Test
  void theWidthIsThatOfTheWidestLevel() {
    assertThat(exit.width()).isZero();
    defer(named("a"));
    defer(named("b1").after("a"));
    defer(named("b2").after("a"));
    Registration gone = defer(named("b3").after("a"));
    defer(named("c").after(gone));
    assertThat(exit.width()).isEqualTo(3);
    gone.close();
    assertThat(exit.width()).isEqualTo(3);
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T nothing() {
    return null;
  }
}
