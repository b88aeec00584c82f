package dev.lastcall.defer;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * What is written before a move is seen by whoever sees the move: the owner's bound by the
 * watchdog, the watchdog's stack sample by the owner. The fields are plain ones, as in the sections
 * themselves. -1 where a side did not come to look.
 */
@JCStressTest
@Outcome(id = "-1, -1", expect = ACCEPTABLE, desc = "Over before the watchdog saw it.")
@Outcome(id = "1, -1", expect = ACCEPTABLE, desc = "In time; the bound was seen.")
@Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "Late; bound and sample were seen.")
@Outcome(expect = FORBIDDEN, desc = "A move was seen before what it publishes.")
@State
public class SlotPublicationStress {
  private static final int LOOKS = 100;

  private final Slot slot = new Slot();
  private int bound;
  private int sample;

  /** The owner writes its bound, arms, and reads the sample if it was late. */
  @Actor
  public void owner(II_Result result) {
    bound = 1;
    long armed = slot.arm();
    for (int i = 0; i < LOOKS && slot.word() == armed; i++) {
      Thread.onSpinWait();
    }
    if (slot.disarm(armed)) {
      result.r2 = -1;
    } else {
      slot.takeBack();
      result.r2 = sample;
    }
  }

  /** The watchdog reads the bound, writes the sample and moves the section. */
  @Actor
  public void watchdog(II_Result result) {
    long word = slot.word();
    for (int i = 0; i < LOOKS && Slot.stateOf(word) != Slot.ARMED; i++) {
      Thread.onSpinWait();
      word = slot.word();
    }
    if (Slot.stateOf(word) != Slot.ARMED) {
      result.r1 = -1;
      return;
    }
    result.r1 = bound;
    sample = 2;
    slot.move(word, Slot.DUE);
  }
}
