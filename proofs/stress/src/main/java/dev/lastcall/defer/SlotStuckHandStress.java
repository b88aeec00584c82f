package dev.lastcall.defer;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZI_Result;

/**
 * An interrupt hangs (it closes a channel, and that can wait), and the section is given up over it:
 * whether the hand could still say that the interrupt was made, and the state in which the section
 * was left.
 */
@JCStressTest
@Outcome(
    id = "true, 0",
    expect = ACCEPTABLE,
    desc = "The interrupt was made, then it was given up.")
@Outcome(id = "false, 0", expect = ACCEPTABLE, desc = "Given up; the hand came late.")
@Outcome(expect = FORBIDDEN, desc = "A settled section came to life again.")
@State
public class SlotStuckHandStress {
  private final Slot slot = new Slot();
  private final long section = Slot.sectionOf(slot.arm());

  /** Begins with a section whose interrupt is being made. */
  public SlotStuckHandStress() {
    slot.move(section + Slot.ARMED, Slot.INTERRUPTING);
  }

  /** The hand comes back from the interrupt. */
  @Actor
  public void hand(ZI_Result result) {
    result.r1 = slot.move(section + Slot.INTERRUPTING, Slot.INTERRUPTED);
  }

  /** The eyes have waited long enough; another hand settles it. */
  @Actor
  public void eyes() {
    while (!slot.move(slot.word(), Slot.ABANDONED)) {
      Thread.onSpinWait();
    }
    slot.move(section + Slot.ABANDONED, Slot.IDLE);
  }

  /** What is left. */
  @Arbiter
  public void left(ZI_Result result) {
    result.r2 = slot.state();
  }
}
