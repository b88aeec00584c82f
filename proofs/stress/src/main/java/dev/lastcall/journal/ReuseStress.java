package dev.lastcall.journal;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZJ_Result;

/**
 * A thread that was held up claims in a segment that is used again meanwhile: what it got, and what
 * the new one gives first.
 */
@JCStressTest
@Outcome(id = "true, 10", expect = ACCEPTABLE, desc = "It came before the end of the old one.")
@Outcome(id = "false, 10", expect = ACCEPTABLE, desc = "It came too late, and was told so.")
@Outcome(expect = FORBIDDEN, desc = "It took a frame of the new one.")
@State
public class ReuseStress {
  private final Segment segment = Segments.begun(Segments.TWO_FRAMES);
  private volatile Segment again = segment;

  /** The thread that was held up. */
  @Actor
  public void late(ZJ_Result result) {
    result.r1 = segment.claim(Segments.FRAME) >= 0;
  }

  /** The upkeep. */
  @Actor
  public void upkeep() {
    segment.seal();
    again = Segments.again(segment);
    again.begin(10);
  }

  /** The first appender of the new one. */
  @Arbiter
  public void first(ZJ_Result result) {
    result.r2 = Segments.write(again, again.claim(Segments.FRAME));
  }
}
