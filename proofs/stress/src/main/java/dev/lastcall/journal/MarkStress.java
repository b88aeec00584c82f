package dev.lastcall.journal;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;

/** A mark is set twice while somebody reads it: never one number without the other. */
@JCStressTest
@Outcome(id = "10, 1", expect = ACCEPTABLE, desc = "As it was.")
@Outcome(id = "20, 2", expect = ACCEPTABLE, desc = "Set once.")
@Outcome(id = "30, 3", expect = ACCEPTABLE, desc = "Set twice.")
@Outcome(
    id = "0, 0",
    expect = ACCEPTABLE,
    desc = "Both slots changed meanwhile; who reads a file reads again.")
@Outcome(expect = FORBIDDEN, desc = "Two numbers that were never set together.")
@State
public class MarkStress {
  private final MarkFile mark = Segments.mark();

  /** It says something before the race. */
  public MarkStress() {
    mark.set(10, 1);
  }

  /** The consumer. */
  @Actor
  public void consumer() {
    mark.set(20, 2);
    mark.set(30, 3);
  }

  /** A reader. */
  @Actor
  public void reader(JJ_Result result) {
    MarkFile.Values values = mark.values();
    result.r1 = values.sequence();
    result.r2 = values.detail();
  }
}
