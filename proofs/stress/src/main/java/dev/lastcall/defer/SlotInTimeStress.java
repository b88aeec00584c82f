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
 * A section ends at the moment its time is up: how it ended for its owner, whether the watchdog
 * declared it due, and the state in which it was left.
 */
@JCStressTest
@Outcome(
    id = "1, false, 0",
    expect = ACCEPTABLE,
    desc = "In time. The watchdog came late and changed nothing.")
@Outcome(
    id = "2, true, 0",
    expect = ACCEPTABLE,
    desc = "Due first. The owner noticed and took the section back.")
@Outcome(expect = FORBIDDEN, desc = "Both or neither ended it, or it was left open.")
@State
public class SlotInTimeStress {
  private final Slot slot = new Slot();
  private final long armed = slot.arm();

  /** The owner ends its section. */
  @Actor
  public void owner(IZI_Result result) {
    result.r1 = slot.disarm(armed) ? Slot.ARMED : slot.takeBack();
  }

  /** The eyes of the watchdog find that the time is up. */
  @Actor
  public void eyes(IZI_Result result) {
    result.r2 = slot.move(armed, Slot.DUE);
  }

  /** What is left. */
  @Arbiter
  public void left(IZI_Result result) {
    result.r3 = Slot.stateOf(slot.word());
  }
}
