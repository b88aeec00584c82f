package dev.lastcall.defer;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.ThreadLocalRandom;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * A thread that has been interrupted by somebody else goes through a section whose time runs out:
 * whether it was late, and whether it still knows of the interrupt that was not ours.
 */
@JCStressTest
@Outcome(id = "false, true", expect = ACCEPTABLE, desc = "In time; the interrupt is pending.")
@Outcome(id = "true, true", expect = ACCEPTABLE, desc = "Late; the interrupt is pending.")
@Outcome(expect = FORBIDDEN, desc = "Somebody else's interrupt was swallowed.")
@State
public class ForeignInterruptStress {
  private final InlineSection section = InlineSection.toLend(InlineSectionStress.CLOCK);

  /** The caller was interrupted before. */
  @Actor
  public void caller(ZZ_Result result) {
    Thread.currentThread().interrupt();
    section.lendTo(Thread.currentThread());
    section.enter(InlineSectionStress.TIMEOUT_NANOS);
    int looks = ThreadLocalRandom.current().nextInt(InlineSectionStress.LOOKS);
    for (int i = 0; i < looks; i++) {
      Thread.onSpinWait();
    }
    result.r1 = section.exit() != null;
    result.r2 = Thread.interrupted();
  }

  /** The watchdog would interrupt it, but finds that it is interrupted. */
  @Actor
  public void watchdog() {
    for (int i = 0; i < InlineSectionStress.LOOKS && !section.hasStep(); i++) {
      section.look(InlineSectionStress.TOO_LATE_NANOS);
    }
    section.step(Thread::interrupt, StackSampler::of);
    section.look(InlineSectionStress.TOO_LATE_NANOS);
    section.step(Thread::interrupt, StackSampler::of);
  }
}
