package dev.lastcall.exit;

import static dev.lastcall.api.CleanupSpec.named;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.PlainCleanup;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZI_Result;

/**
 * A cleanup is withdrawn at the moment the exit begins: whether it was, and how many cleanups the
 * exit runs.
 */
@JCStressTest
@Outcome(id = "true, 0", expect = ACCEPTABLE, desc = "Withdrawn, and it will not run.")
@Outcome(id = "false, 1", expect = ACCEPTABLE, desc = "Too late, and it will run.")
@Outcome(expect = FORBIDDEN, desc = "Withdrawn but run, or kept but forgotten.")
@State
public class WithdrawalStress {
  private static final PlainCleanup NOTHING = () -> {};
  private static final Seal SEAL = new Seal("", 0, Deadline.Ticker.system());

  private final ExitGraph graph = new ExitGraph();

  /** Begins with one cleanup. */
  public WithdrawalStress() {
    graph.add(named("a"), NOTHING, 1, null, ExitGraph.Check.NONE);
  }

  /** The application withdraws it. */
  @Actor
  public void application(ZI_Result result) {
    result.r1 = graph.withdraw("a");
  }

  /** The exit begins. */
  @Actor
  public void exit(ZI_Result result) {
    graph.seal(SEAL);
    result.r2 = graph.read(Nodes::live);
  }
}
