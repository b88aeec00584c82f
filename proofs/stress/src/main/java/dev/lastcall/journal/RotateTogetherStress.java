package dev.lastcall.journal;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJJ_Result;

/** Two threads find the segment full at once: one seals it, and both go on in the same next one. */
@JCStressTest
@Outcome(id = "2, 3, 3", expect = ACCEPTABLE, desc = "Both are in the next segment.")
@Outcome(id = "3, 2, 3", expect = ACCEPTABLE, desc = "Both are in the next segment.")
@Outcome(expect = FORBIDDEN, desc = "Rotated twice, or not at all.")
@State
public class RotateTogetherStress {
  private final SegmentChain chain = Segments.chain();

  /** The first segment is full before the race. */
  public RotateTogetherStress() {
    Segments.append(chain);
  }

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
