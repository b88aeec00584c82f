package dev.lastcall.runtime;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * A second signal wants the process gone soon, while the exit sets its own, later deadline and then
 * learns its code: with which code the process is halted when the signal's time is up.
 */
@JCStressTest
@Outcome(id = "1", expect = ACCEPTABLE, desc = "The earlier one counts, and so does its code.")
@Outcome(id = "3", expect = ACCEPTABLE, desc = "The exit knew its code after the signal.")
@Outcome(id = "0", expect = FORBIDDEN, desc = "The second signal was forgotten.")
@Outcome(expect = FORBIDDEN, desc = "The code of the later deadline.")
@State
public class HaltStress {
  private static final long SOON = 10_240;
  private static final long NOW = 15_360;
  private static final long LATER = 20_480;

  private final HaltGuard guard = new HaltGuard(this::now, code -> haltedWith = code);
  private int haltedWith;

  /** The signal. */
  @Actor
  public void signal() {
    guard.arm(SOON, 1);
  }

  /** The exit. */
  @Actor
  public void exit() {
    guard.arm(LATER, 2);
    guard.code(3);
  }

  /** The guard looks once. */
  @Arbiter
  public void look(I_Result result) {
    guard.run();
    result.r1 = haltedWith;
  }

  private long now() {
    guard.stop();
    return NOW;
  }
}
