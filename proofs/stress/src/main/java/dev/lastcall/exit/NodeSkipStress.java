package dev.lastcall.exit;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.lastcall.api.NodeState;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LZZ_Result;

/**
 * The deadline passes while the last predecessor of a node ends: where the node stands in the end,
 * whether it was begun, and whether it was skipped.
 */
@JCStressTest
@Outcome(id = "RUNNING, true, false", expect = ACCEPTABLE, desc = "It began before the deadline.")
@Outcome(id = "EXECUTED, false, true", expect = ACCEPTABLE, desc = "It was skipped.")
@Outcome(expect = FORBIDDEN, desc = "Both or neither, or it stands elsewhere.")
@State
public class NodeSkipStress {
  private final NodeStates states = new NodeStates(1);

  /** Begins with a node that waits for another. */
  public NodeSkipStress() {
    states.register(0, 1);
  }

  /** The predecessor ends, and the same thread goes on with the node. */
  @Actor
  public void worker(LZZ_Result result) {
    result.r2 = states.release(0) && states.begin(0);
  }

  /** The deadline has passed. */
  @Actor
  public void deadline(LZZ_Result result) {
    result.r3 = states.skip(0);
  }

  /** Where the node stands. */
  @Arbiter
  public void left(LZZ_Result result) {
    NodeState state = states.state(0);
    result.r1 = state;
  }
}
