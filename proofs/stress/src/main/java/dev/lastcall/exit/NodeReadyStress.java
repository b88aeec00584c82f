package dev.lastcall.exit;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.lastcall.api.NodeState;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZZ_Result;

/**
 * Two predecessors end at the same moment: which of them made the node ready, and whether it is.
 * Whoever makes it ready puts it into the queue, so it must be one of them.
 */
@JCStressTest
@Outcome(id = "true, false, true", expect = ACCEPTABLE, desc = "The first one was the last.")
@Outcome(id = "false, true, true", expect = ACCEPTABLE, desc = "The second one was the last.")
@Outcome(expect = FORBIDDEN, desc = "Ready twice, or never.")
@State
public class NodeReadyStress {
  private final NodeStates states = new NodeStates(1);

  /** Begins with a node that waits for two others. */
  public NodeReadyStress() {
    states.register(0, 2);
  }

  /** One predecessor ends. */
  @Actor
  public void first(ZZZ_Result result) {
    result.r1 = states.release(0);
  }

  /** The other ends. */
  @Actor
  public void second(ZZZ_Result result) {
    result.r2 = states.release(0);
  }

  /** Where the node stands. */
  @Arbiter
  public void left(ZZZ_Result result) {
    result.r3 = states.state(0) == NodeState.READY;
  }
}
