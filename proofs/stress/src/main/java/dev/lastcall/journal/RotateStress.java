package dev.lastcall.journal;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJJ_Result;

/**
 * Two threads append where there is room for one record: one of them goes over to the next segment.
 */
@JCStressTest
@Outcome(id = "1, 2, 2", expect = ACCEPTABLE, desc = "The second one rotated.")
@Outcome(id = "2, 1, 2", expect = ACCEPTABLE, desc = "The first one rotated.")
@Outcome(expect = FORBIDDEN, desc = "A record lost, a sequence given twice, or a hole.")
@State
public class RotateStress {
  private final SegmentChain chain = Segments.chain();

  /** An appender. */
  @Actor
  public void one(JJJ_Result result) {
    result.r1 = Segments.append(chain);
  }

  /** Another. */
  @Actor
  public void other(JJJ_Result result) {
    result.r2 = Segments.append(chain);
  }

  /** Whoever asks afterwards. */
  @Arbiter
  public void last(JJJ_Result result) {
    result.r3 = chain.lastSequence();
  }
}
