package dev.lastcall.exit;

import static dev.lastcall.api.CleanupSpec.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.ExitReport.CleanupReport;
import dev.lastcall.api.Mode;
import dev.lastcall.api.PlainCleanup;
import dev.lastcall.api.Registration;
import dev.lastcall.api.TraceContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A process that registers and withdraws all its life, as one that pools connections does. */
final class WithdrawalTest {
  private static final Duration AVAILABLE = Duration.ofSeconds(20);
  private static final PlainCleanup NOTHING = () -> {};

  private String trace = "";
  private final ExitCoordinator exit =
      ExitCoordinator.create(
          Threads.EIGHT,
          new ExitSettings(
              AVAILABLE,
              Mode.PERMISSIVE,
              () -> trace.isEmpty() ? TraceContext.none().capture() : new Kept(trace),
              ExitSettings.NO_EVENTS,
              Deadline.Ticker.system()));

  private record Kept(String traceId) implements TraceContext.Captured {
    @Override
    public TraceContext.Restored restore() {
      return () -> {};
    }
  }

  private void comeAndGo() {
    List<Registration> connections = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      connections.add(exit.defer(named("connection-" + i), NOTHING));
    }
    connections.forEach(Registration::close);
  }

  @Test
  void aNameThatIsAwaitedIsStillAwaited() {
    exit.defer(named("last").after("later"), NOTHING);
    comeAndGo();
    assertThatIllegalArgumentException()
        .isThrownBy(exit::ready)
        .withMessageContaining("\"later\"")
        .withMessageContaining("cleanup: last");
    exit.defer(named("later"), NOTHING);
    assertThat(exit.ready()).isEmpty();
    assertThat(exit.plan().criticalPath()).containsExactly("later", "last");
  }

  @Test
  void whatWasRegisteredBackwardsStillRunsForwards() {
    exit.defer(named("c").after("b"), NOTHING);
    exit.defer(named("b").after("a"), NOTHING);
    exit.defer(named("a"), NOTHING);
    comeAndGo();
    assertThat(exit.plan().nodes()).extracting("name").containsExactly("a", "b", "c");
    CleanResult result = exit.run(Deadline.after(AVAILABLE), Deadline.Ticker.system().nanos());
    assertThat(result.cleanups()).extracting(CleanupReport::name).containsExactly("a", "b", "c");
    assertThat(result.cleanups()).allMatch(report -> report.outcome().isCompleted());
  }

  @Test
  void whatStaysKeepsItsTrace() {
    trace = "before";
    exit.defer(named("a"), NOTHING);
    comeAndGo();
    trace = "after";
    exit.defer(named("b").after("a"), NOTHING);
    CleanResult result = exit.run(Deadline.after(AVAILABLE), Deadline.Ticker.system().nanos());
    assertThat(result.cleanups())
        .extracting(CleanupReport::traceId)
        .containsExactly("before", "after");
  }

  @Test
  void whatComesAfterTheWithdrawnComesAfterWhatTheyCameAfter() {
    exit.defer(named("first"), NOTHING);
    Registration hub = exit.defer(named("hub").after("first"), NOTHING);
    exit.defer(named("last").after(hub), NOTHING);
    hub.close();
    comeAndGo();
    assertThat(exit.plan().criticalPath()).containsExactly("first", "last");
  }
}
