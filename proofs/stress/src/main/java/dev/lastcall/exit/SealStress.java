package dev.lastcall.exit;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.PlainCleanup;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZI_Result;

/**
 * A cleanup is registered at the moment the exit begins: whether its registration was accepted, and
 * how many cleanups the exit runs.
 */
@JCStressTest
@Outcome(id = "true, 1", expect = ACCEPTABLE, desc = "Accepted, and it will run.")
@Outcome(id = "false, 0", expect = ACCEPTABLE, desc = "Refused, and it will not run.")
@Outcome(expect = FORBIDDEN, desc = "Accepted but forgotten, or refused but run.")
@State
public class SealStress {
  private static final CleanupSpec SPEC = CleanupSpec.named("late");
  private static final PlainCleanup NOTHING = () -> {};
  private static final Seal SEAL = new Seal("", 0, Deadline.Ticker.system());

  private final ExitGraph graph = new ExitGraph();

  /** The application registers. */
  @Actor
  public void application(ZI_Result result) {
    try {
      graph.add(SPEC, NOTHING, 1, null, ExitGraph.Check.NONE);
      result.r1 = true;
    } catch (IllegalStateException refused) {
      result.r1 = false;
    }
  }

  /** The exit begins. */
  @Actor
  public void exit(ZI_Result result) {
    graph.seal(SEAL);
    result.r2 = graph.read(Nodes::live);
  }
}
