package dev.lastcall.journal;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJZ_Result;

/**
 * A journal is closed while somebody appends: what was kept, what the journal says, and whether it
 * is whole.
 */
@JCStressTest
@Outcome(id = "1, 1, true", expect = ACCEPTABLE, desc = "Kept, and then closed.")
@Outcome(id = "-1, 0, true", expect = ACCEPTABLE, desc = "Closed first.")
@Outcome(expect = FORBIDDEN, desc = "Kept and not counted, or counted and not kept.")
@State
public class EndStress {
  private final SegmentChain chain = Segments.chain();

  /** The appender. */
  @Actor
  public void appender(JJZ_Result result) {
    result.r1 = Segments.append(chain);
  }

  /** Whoever closes. */
  @Actor
  public void closer() {
    chain.end();
  }

  /** The upkeep, before it gives the folder back. */
  @Arbiter
  public void upkeep(JJZ_Result result) {
    Segment newest = chain.newest();
    result.r2 = chain.lastSequence();
    result.r3 = newest != null && newest.isQuiet() && chain.current() == null;
  }
}
