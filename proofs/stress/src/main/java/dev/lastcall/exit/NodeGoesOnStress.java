package dev.lastcall.exit;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Two predecessors end at the same moment, and their threads would go on with the node at once:
 * what each of them makes of it.
 */
@JCStressTest
@Outcome(id = "runs it, nothing", expect = ACCEPTABLE, desc = "The first goes on.")
@Outcome(id = "nothing, runs it", expect = ACCEPTABLE, desc = "The second goes on.")
@Outcome(id = "queues it, nothing", expect = ACCEPTABLE, desc = "The first, but seen too late.")
@Outcome(id = "nothing, queues it", expect = ACCEPTABLE, desc = "The second, but seen too late.")
@Outcome(expect = FORBIDDEN, desc = "It runs twice, or never.")
@State
public class NodeGoesOnStress {
  private final NodeStates states = new NodeStates(1);

  /** Begins with a node that waits for two others. */
  public NodeGoesOnStress() {
    states.register(0, 2);
  }

  /** One predecessor ends. */
  @Actor
  public void first(LL_Result result) {
    result.r1 = release();
  }

  /** The other ends. */
  @Actor
  public void second(LL_Result result) {
    result.r2 = release();
  }

  private String release() {
    if (states.waitsForOne(0) && states.releaseAndBegin(0)) {
      return "runs it";
    }
    return states.release(0) ? "queues it" : "nothing";
  }
}
