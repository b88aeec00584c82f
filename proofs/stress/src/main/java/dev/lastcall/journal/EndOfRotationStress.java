package dev.lastcall.journal;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;

/** A journal is closed while somebody goes over to the next segment. */
@JCStressTest
@Outcome(id = "2, 2", expect = ACCEPTABLE, desc = "Kept in the next segment, and then closed.")
@Outcome(id = "-1, 1", expect = ACCEPTABLE, desc = "Closed first.")
@Outcome(expect = FORBIDDEN, desc = "Kept and not counted, or open for ever.")
@State
public class EndOfRotationStress {
  private final SegmentChain chain = Segments.chain();

  /** The first segment is full before the race. */
  public EndOfRotationStress() {
    Segments.append(chain);
  }

  /** The appender. */
  @Actor
  public void appender(JJ_Result result) {
    result.r1 = Segments.append(chain);
  }

  /** Whoever closes. */
  @Actor
  public void closer() {
    chain.end();
  }

  /** Whoever asks afterwards. */
  @Arbiter
  public void last(JJ_Result result) {
    result.r2 = chain.current() == null ? chain.lastSequence() : -2;
  }
}
