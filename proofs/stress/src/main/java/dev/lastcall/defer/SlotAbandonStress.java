package dev.lastcall.defer;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IZI_Result;

/**
 * A section comes back at the moment it is given up: the state from which its owner took it back,
 * whether the watchdog gave it up, and the state in which it was left. Who ends it reports it, so
 * it must be one of them.
 */
@JCStressTest
@Outcome(id = "4, false, 0", expect = ACCEPTABLE, desc = "It came back; the owner reports it.")
@Outcome(id = "6, true, 0", expect = ACCEPTABLE, desc = "Given up; the watchdog reports it.")
@Outcome(expect = FORBIDDEN, desc = "Reported twice, or by nobody, or not settled.")
@State
public class SlotAbandonStress {
  private final Slot slot = new Slot();
  private final long section = Slot.sectionOf(slot.arm());

  /** Begins with a section that was interrupted. */
  public SlotAbandonStress() {
    slot.move(section + Slot.ARMED, Slot.INTERRUPTED);
  }

  /** The owner comes back. */
  @Actor
  public void owner(IZI_Result result) {
    result.r1 = slot.takeBack();
  }

  /** The watchdog has seen it ignore its interrupt, gives it up and settles it. */
  @Actor
  public void watchdog(IZI_Result result) {
    result.r2 = slot.move(section + Slot.INTERRUPTED, Slot.ABANDONED);
    slot.move(section + Slot.ABANDONED, Slot.IDLE);
  }

  /** What is left. */
  @Arbiter
  public void left(IZI_Result result) {
    result.r3 = slot.state();
  }
}
