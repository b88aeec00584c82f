package dev.lastcall.exit;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** A node ends at the deadline, where it would be left behind: which side ended it. */
@JCStressTest
@Outcome(id = "true, false", expect = ACCEPTABLE, desc = "It ended by itself.")
@Outcome(id = "false, true", expect = ACCEPTABLE, desc = "It was left behind.")
@Outcome(expect = FORBIDDEN, desc = "Two outcomes, or none.")
@State
public class NodeEndStress {
  private final NodeStates states = new NodeStates(1);

  /** Begins with a node that runs. */
  public NodeEndStress() {
    states.register(0, 1);
    states.release(0);
    states.begin(0);
  }

  /** The thread that runs it. */
  @Actor
  public void worker(ZZ_Result result) {
    result.r1 = states.end(0);
  }

  /** The thread that closes the run. */
  @Actor
  public void deadline(ZZ_Result result) {
    result.r2 = states.end(0);
  }
}
