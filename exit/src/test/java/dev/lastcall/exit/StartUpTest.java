package dev.lastcall.exit;

import static dev.lastcall.api.CleanupSpec.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.ExitPlan;
import dev.lastcall.api.Finding;
import dev.lastcall.api.Mode;
import dev.lastcall.api.NodeState;
import dev.lastcall.api.PlainCleanup;
import dev.lastcall.api.Registration;
import dev.lastcall.api.TraceContext;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class StartUpTest {
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
  void afterTheStartUpAChainCanGrowInStrictModeAsLongAsItFits() {
    ExitCoordinator strict = strict();
    strict.ready();
    String last = "link-0";
    strict.defer(named(last).within(Duration.ofSeconds(1)), NOTHING);
    for (int link = 1; link < 20; link++) {
      String name = "link-" + link;
      strict.defer(named(name).within(Duration.ofSeconds(1)).after(last), NOTHING);
      last = name;
    }
    CleanupSpec beside = named("beside").within(Duration.ofSeconds(5)).after("link-2");
    CleanupSpec beyond = named("beyond").within(Duration.ofSeconds(5)).after(last);
    strict.defer(beside, NOTHING);
    assertThatThrownBy(() -> strict.defer(beyond, NOTHING))
        .isInstanceOf(PlanRefusedException.class);
    assertThat(strict.plan().nodes()).hasSize(21);
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
  void theWidthFollowsWhatIsRegistered() {
    assertThat(exit.width()).isZero();
    defer(named("a"));
    Registration gone = defer(named("b"));
    assertThat(exit.width()).isEqualTo(2);
    gone.close();
    assertThat(exit.width()).isEqualTo(1);
  }
}
