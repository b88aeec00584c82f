package dev.lastcall.flush;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZZ_Result;

/**
 * A second signal comes while the exit flushes: whether the signal was first, whether the exit was,
 * and whether the timekeeper, who looks afterwards, begins the gasp.
 */
@JCStressTest
@Outcome(id = "true, false, true", expect = ACCEPTABLE, desc = "The signal; the gasp flushes.")
@Outcome(id = "false, true, false", expect = ACCEPTABLE, desc = "The exit; the gasp stands down.")
@Outcome(expect = FORBIDDEN, desc = "Flushed twice, or not at all.")
@State
public class SecondSignalStress {
  private final Decision decision = new Decision();

  /** The signal. */
  @Actor
  public void signal(ZZZ_Result result) {
    result.r1 = decision.wantGasp();
  }

  /** The thread of the exit. */
  @Actor
  public void exit(ZZZ_Result result) {
    result.r2 = decision.flushGracefully();
  }

  /** The timekeeper. */
  @Arbiter
  public void timekeeper(ZZZ_Result result) {
    result.r3 = decision.beginGasp();
  }
}
