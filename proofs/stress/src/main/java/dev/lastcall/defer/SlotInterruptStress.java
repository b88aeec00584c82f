package dev.lastcall.defer;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IZZ_Result;

/**
 * A hand of the watchdog interrupts a section that is about to end: the state from which its owner
 * ended it, whether an interrupt got past its end, and whether one was made.
 *
 * <p>One owner's thread goes from section to section, as in an application, so an interrupt that
 * comes late would be found in the next one.
 */
@JCStressTest
@Outcome(id = "1, false, false", expect = ACCEPTABLE, desc = "In time, left alone.")
@Outcome(id = "2, false, false", expect = ACCEPTABLE, desc = "Taken back before the interrupt.")
@Outcome(id = "4, false, true", expect = ACCEPTABLE, desc = "Interrupted, and cleaned up after.")
@Outcome(expect = FORBIDDEN, desc = "An interrupt leaked, or came to nothing.")
@State
public class SlotInterruptStress {
  private static final int LOOKS = 100;

  private final Slot slot = new Slot();
  private volatile Thread thread = Thread.currentThread();
  private boolean interrupted;

  /** The owner works until its time is up or the work is done. */
  @Actor
  public void owner(IZZ_Result result) {
    boolean leaked = Thread.interrupted();
    thread = Thread.currentThread();
    long armed = slot.arm();
    for (int i = 0; i < LOOKS && slot.word() == armed; i++) {
      Thread.onSpinWait();
    }
    int ended = slot.disarm(armed) ? Slot.ARMED : slot.takeBack();
    if (ended == Slot.INTERRUPTED) {
      Thread.interrupted();
    }
    result.r1 = ended;
    result.r2 = Thread.interrupted() || leaked;
  }

  /** A hand, which is the eyes as well. */
  @Actor
  public void hand() {
    long word = slot.word();
    for (int i = 0; i < LOOKS && Slot.stateOf(word) != Slot.ARMED; i++) {
      Thread.onSpinWait();
      word = slot.word();
    }
    if (Slot.stateOf(word) != Slot.ARMED || !slot.move(word, Slot.DUE)) {
      return;
    }
    long section = Slot.sectionOf(word);
    if (slot.move(section + Slot.DUE, Slot.INTERRUPTING)) {
      thread.interrupt();
      interrupted = true;
      slot.move(section + Slot.INTERRUPTING, Slot.INTERRUPTED);
    }
  }

  /** Whether there was an interrupt. */
  @Arbiter
  public void count(IZZ_Result result) {
    result.r3 = interrupted;
  }
}
