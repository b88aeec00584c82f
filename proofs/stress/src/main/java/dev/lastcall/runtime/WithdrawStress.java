package dev.lastcall.runtime;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZZ_Result;

/**
 * A signal comes while the application uninstalls: whether the signal began the exit, whether the
 * application was told that none will begin, and whether the exit thread begins one.
 */
@JCStressTest
@Outcome(id = "true, false, true", expect = ACCEPTABLE, desc = "The signal was first.")
@Outcome(id = "false, true, false", expect = ACCEPTABLE, desc = "The application was first.")
@Outcome(expect = FORBIDDEN, desc = "Both were told that they won: a signal would be lost.")
@State
public class WithdrawStress {
  private final ExitTrigger trigger = new ExitTrigger(() -> 0);

  /** The signal. */
  @Actor
  public void signal(ZZZ_Result result) {
    result.r1 = trigger.pull(PullStress.TERM);
  }

  /** The application. */
  @Actor
  public void application(ZZZ_Result result) {
    result.r2 = trigger.withdraw();
  }

  /** The exit thread. */
  @Arbiter
  public void exit(ZZZ_Result result) {
    result.r3 = trigger.awaitPull() != null;
  }
}
