package dev.lastcall.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * A slot as one would write it without thinking: it looks and then writes. Both sides can win, and
 * the run of this test has to say so; otherwise the others prove nothing.
 */
@JCStressTest
@Outcome(id = "true, false", expect = ACCEPTABLE, desc = "In time.")
@Outcome(id = "false, true", expect = ACCEPTABLE, desc = "Due first.")
@Outcome(expect = FORBIDDEN, desc = "Both ended the section, or neither.")
@State
public class BrokenSlotStress {
  private static final int IDLE = 0;
  private static final int ARMED = 1;
  private static final int DUE = 2;

  private volatile int word = ARMED;

  /** The owner ends its section. */
  @Actor
  public void owner(ZZ_Result result) {
    result.r1 = move(IDLE);
  }

  /** The watchdog finds that the time is up. */
  @Actor
  public void watchdog(ZZ_Result result) {
    result.r2 = move(DUE);
  }

  private boolean move(int state) {
    if (word != ARMED) {
      return false;
    }
    word = state;
    return true;
  }
}
