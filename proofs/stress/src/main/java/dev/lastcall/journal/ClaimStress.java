package dev.lastcall.journal;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJZ_Result;

/** Two threads claim and write a frame each: the sequences they get, and whether both are whole. */
@JCStressTest
@Outcome(id = "1, 2, true", expect = ACCEPTABLE, desc = "One after the other.")
@Outcome(id = "2, 1, true", expect = ACCEPTABLE, desc = "The other way round.")
@Outcome(expect = FORBIDDEN, desc = "A frame given twice, or a hole in the sequence.")
@State
public class ClaimStress {
  private final Segment segment = Segments.begun(Segments.TWO_FRAMES);

  /** An appender. */
  @Actor
  public void one(JJZ_Result result) {
    result.r1 = Segments.write(segment, segment.claim(Segments.FRAME));
  }

  /** Another. */
  @Actor
  public void other(JJZ_Result result) {
    result.r2 = Segments.write(segment, segment.claim(Segments.FRAME));
  }

  /** The upkeep, which wants to use it again. */
  @Arbiter
  public void upkeep(JJZ_Result result) {
    result.r3 = segment.isQuiet() && segment.claim(Segments.FRAME) < 0;
  }
}
