package dev.lastcall.runtime;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;

/**
 * A second signal wants the process gone soon, while the exit sets its own, later deadline: whether
 * the process is halted when the signal's time is up.
 */
@JCStressTest
@Outcome(id = "true", expect = ACCEPTABLE, desc = "The earlier one counts.")
@Outcome(expect = FORBIDDEN, desc = "The second signal was forgotten.")
@State
public class HaltStress {
  private static final long SOON = 10;
  private static final long NOW = 15;
  private static final long LATER = 20;

  private final HaltGuard guard = new HaltGuard(this::now, code -> halted = true);
  private boolean halted;

  /** The signal. */
  @Actor
  public void signal() {
    guard.arm(SOON, 1);
  }

  /** The exit. */
  @Actor
  public void exit() {
    guard.arm(LATER, 2);
  }

  /** The guard looks once. */
  @Arbiter
  public void look(Z_Result result) {
    guard.run();
    result.r1 = halted;
  }

  private long now() {
    guard.stop();
    return NOW;
  }
}
