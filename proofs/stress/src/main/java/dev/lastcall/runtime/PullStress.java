package dev.lastcall.runtime;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.lastcall.api.ExitReason;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZI_Result;

/**
 * Two signals come at the same moment: which of them began the exit, and which one the exit thread
 * sees.
 */
@JCStressTest
@Outcome(id = "true, false, 15", expect = ACCEPTABLE, desc = "SIGTERM began it.")
@Outcome(id = "false, true, 2", expect = ACCEPTABLE, desc = "SIGINT began it.")
@Outcome(expect = FORBIDDEN, desc = "The exit began twice, never, or for another reason.")
@State
public class PullStress {
  static final ExitTrigger.Request TERM =
      new ExitTrigger.Request(new ExitReason(ExitReason.Door.SIGNAL, "SIGTERM"), 143, 15, false);
  private static final ExitTrigger.Request INT =
      new ExitTrigger.Request(new ExitReason(ExitReason.Door.SIGNAL, "SIGINT"), 130, 2, false);

  private final ExitTrigger trigger = new ExitTrigger(() -> 0);

  /** SIGTERM. */
  @Actor
  public void term(ZZI_Result result) {
    result.r1 = trigger.pull(TERM);
  }

  /** SIGINT. */
  @Actor
  public void interrupt(ZZI_Result result) {
    result.r2 = trigger.pull(INT);
  }

  /** The exit thread. */
  @Arbiter
  public void exit(ZZI_Result result) {
    ExitTrigger.Request pulled = trigger.awaitPull();
    result.r3 = pulled == null ? 0 : pulled.signal();
  }
}
