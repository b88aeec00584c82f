package dev.lastcall.defer;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * A section begins while the watchdog falls asleep: whether its owner saw that it has to wake the
 * watchdog, and whether the watchdog's last look saw the section.
 *
 * <p>This is Dekker's question. It is why arming is a volatile store: with a weaker one both would
 * miss each other even on x86, and the section would hang unwatched.
 */
@JCStressTest
@Outcome(id = "true, false", expect = ACCEPTABLE, desc = "The owner wakes the watchdog.")
@Outcome(id = "false, true", expect = ACCEPTABLE, desc = "The watchdog stays awake.")
@Outcome(id = "true, true", expect = ACCEPTABLE, desc = "Both noticed; one wake-up for nothing.")
@Outcome(id = "false, false", expect = FORBIDDEN, desc = "An unwatched section.")
@State
public class SlotSleepStress {
  private final Slot slot = new Slot();
  private volatile boolean asleep;

  /** The owner arms and then looks whether the watchdog sleeps. */
  @Actor
  public void owner(ZZ_Result result) {
    slot.arm();
    result.r1 = asleep;
  }

  /** The watchdog says that it is going to sleep and then looks once more. */
  @Actor
  public void watchdog(ZZ_Result result) {
    asleep = true;
    result.r2 = Slot.stateOf(slot.word()) == Slot.ARMED;
  }
}
