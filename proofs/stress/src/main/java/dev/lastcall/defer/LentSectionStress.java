package dev.lastcall.defer;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Two virtual threads ask for the same section: which of them got it. */
@JCStressTest
@Outcome(id = "true, false", expect = ACCEPTABLE, desc = "The first got it.")
@Outcome(id = "false, true", expect = ACCEPTABLE, desc = "The second got it.")
@Outcome(expect = FORBIDDEN, desc = "Both share a section, or it is lost.")
@State
public class LentSectionStress {
  private final InlineSection section = InlineSection.toLend(InlineSectionStress.CLOCK);

  /** One. */
  @Actor
  public void first(ZZ_Result result) {
    result.r1 = section.lendTo(Thread.currentThread());
  }

  /** The other. */
  @Actor
  public void second(ZZ_Result result) {
    result.r2 = section.lendTo(Thread.currentThread());
  }
}
