package dev.lastcall.defer;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.lastcall.api.Deadline;
import java.util.concurrent.ThreadLocalRandom;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * A section on its caller's thread ends while the watchdog interrupts it: whether it was late, and
 * whether an interrupt got past its end into the caller's code.
 */
@JCStressTest
@Outcome(id = "false, false", expect = ACCEPTABLE, desc = "In time.")
@Outcome(id = "true, false", expect = ACCEPTABLE, desc = "Late; the interrupt stayed inside.")
@Outcome(expect = FORBIDDEN, desc = "The caller was interrupted after its section.")
@State
public class InlineSectionStress {
  static final int LOOKS = 10_000;
  static final long TIMEOUT_NANOS = 1_000;
  static final long TOO_LATE_NANOS = 1_000_000_000;
  static final Deadline.Ticker CLOCK = () -> 0;

  private final InlineSection section = InlineSection.toLend(CLOCK);

  /** The caller works until it is interrupted or the work is done. */
  @Actor
  public void caller(ZZ_Result result) {
    boolean leaked = Thread.interrupted();
    section.lendTo(Thread.currentThread());
    section.enter(TIMEOUT_NANOS);
    int looks = ThreadLocalRandom.current().nextInt(LOOKS);
    for (int i = 0; i < looks && !Thread.currentThread().isInterrupted(); i++) {
      Thread.onSpinWait();
    }
    result.r1 = section.exit() != null;
    result.r2 = Thread.interrupted() || leaked;
  }

  /** The watchdog's eyes see the section and that its time is up; its hands interrupt it. */
  @Actor
  public void watchdog() {
    for (int i = 0; i < LOOKS && !section.hasStep(); i++) {
      section.look(TOO_LATE_NANOS);
    }
    section.step(Thread::interrupt, StackSampler::of);
  }
}
