package dev.lastcall.defer;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZZ_Result;

/**
 * The watchdog means one section while its owner is in the next one already: whether the first
 * ended in time, whether the second did, and whether the watchdog's move counted.
 */
@JCStressTest
@Outcome(id = "true, true, false", expect = ACCEPTABLE, desc = "Too late; nothing was touched.")
@Outcome(id = "false, true, true", expect = ACCEPTABLE, desc = "The first one was due.")
@Outcome(expect = FORBIDDEN, desc = "The second section paid for the first.")
@State
public class SlotNextSectionStress {
  private final Slot slot = new Slot();
  private final long first = slot.arm();

  /** The owner ends one section and goes through the next. */
  @Actor
  public void owner(ZZZ_Result result) {
    result.r1 = slot.disarm(first);
    if (!result.r1) {
      slot.takeBack();
    }
    result.r2 = slot.disarm(slot.arm());
  }

  /** The watchdog has measured the first section only. */
  @Actor
  public void watchdog(ZZZ_Result result) {
    result.r3 = slot.move(first, Slot.DUE);
  }
}
