package dev.lastcall.flush;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** The exit flushes while the armed deadline passes: which of the two flushes. */
@JCStressTest
@Outcome(id = "true, false", expect = ACCEPTABLE, desc = "The graceful flush.")
@Outcome(id = "false, true", expect = ACCEPTABLE, desc = "The gasp.")
@Outcome(expect = FORBIDDEN, desc = "Flushed twice, or not at all.")
@State
public class DecisionStress {
  private final Decision decision = new Decision();

  /** The thread of the exit. */
  @Actor
  public void exit(ZZ_Result result) {
    result.r1 = decision.flushGracefully();
  }

  /** The timekeeper, whose deadline has come. */
  @Actor
  public void timekeeper(ZZ_Result result) {
    decision.wantGasp();
    result.r2 = decision.beginGasp();
  }
}
