package dev.lastcall.defer;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZI_Result;

/**
 * Two hands of the watchdog find the same section due: which of them interrupts it, and the state
 * in which it was left.
 */
@JCStressTest
@Outcome(id = "true, false, 4", expect = ACCEPTABLE, desc = "The first hand interrupted.")
@Outcome(id = "false, true, 4", expect = ACCEPTABLE, desc = "The second hand interrupted.")
@Outcome(expect = FORBIDDEN, desc = "Two interrupts, or none.")
@State
public class SlotTwoHandsStress {
  private final Slot slot = new Slot();
  private final long section = Slot.sectionOf(slot.arm());

  /** Begins with a section whose time is up. */
  public SlotTwoHandsStress() {
    slot.move(section + Slot.ARMED, Slot.DUE);
  }

  /** A hand. */
  @Actor
  public void first(ZZI_Result result) {
    result.r1 = interrupt();
  }

  /** The hand that stands by. */
  @Actor
  public void second(ZZI_Result result) {
    result.r2 = interrupt();
  }

  private boolean interrupt() {
    return slot.move(section + Slot.DUE, Slot.INTERRUPTING)
        && slot.move(section + Slot.INTERRUPTING, Slot.INTERRUPTED);
  }

  /** What is left. */
  @Arbiter
  public void left(ZZI_Result result) {
    result.r3 = slot.state();
  }
}
