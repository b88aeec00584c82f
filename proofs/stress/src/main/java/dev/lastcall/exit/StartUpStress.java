package dev.lastcall.exit;

import static dev.lastcall.api.CleanupSpec.named;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.Mode;
import dev.lastcall.api.PlainCleanup;
import dev.lastcall.api.TraceContext;
import dev.lastcall.defer.CleanupThreads;
import dev.lastcall.defer.Watchdog;
import java.time.Duration;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * In strict mode a cleanup that does not fit is registered while the start-up ends: whether the
 * plan was accepted, and whether the cleanup was.
 */
@JCStressTest
@Outcome(id = "true, false", expect = ACCEPTABLE, desc = "The cleanup was refused.")
@Outcome(id = "false, true", expect = ACCEPTABLE, desc = "The plan was refused with it.")
@Outcome(expect = FORBIDDEN, desc = "A plan that does not fit was accepted, or nothing was.")
@State
public class StartUpStress {
  private static final CleanupThreads THREADS = CleanupThreads.start(1, Watchdog.shared());
  private static final Duration AVAILABLE = Duration.ofSeconds(10);
  private static final PlainCleanup NOTHING = () -> {};

  private final ExitCoordinator exit =
      ExitCoordinator.create(
          THREADS,
          new ExitSettings(
              AVAILABLE,
              Mode.STRICT,
              TraceContext.none(),
              ExitSettings.NO_EVENTS,
              Deadline.Ticker.system()));

  /** Begins with a plan that fits. */
  public StartUpStress() {
    exit.defer(named("a").within(AVAILABLE), NOTHING);
  }

  /** The start-up ends. */
  @Actor
  public void ready(ZZ_Result result) {
    try {
      exit.ready();
      result.r1 = true;
    } catch (PlanRefusedException refused) {
      result.r1 = false;
    }
  }

  /** Another thread registers. */
  @Actor
  public void register(ZZ_Result result) {
    try {
      exit.defer(named("b").within(AVAILABLE).after("a"), NOTHING);
      result.r2 = true;
    } catch (PlanRefusedException refused) {
      result.r2 = false;
    }
  }
}
