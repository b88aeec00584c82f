package dev.lastcall.exit;

import static dev.lastcall.api.CleanupSpec.named;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIZ_Result;

/**
 * Two threads run two cleanups and a third one that comes after both: how often the third one ran,
 * how many of the others' effects it saw, and whether the run is over. The effects are plain
 * writes, as in the users' own cleanups.
 */
@JCStressTest
@Outcome(id = "1, 2, true", expect = ACCEPTABLE, desc = "It ran once, after both, and saw all.")
@Outcome(expect = FORBIDDEN, desc = "It ran twice, never, too soon, or saw too little.")
@State
public class DiamondStress {
  private final SmallRun graph =
      SmallRun.of(named("a"), named("b"), named("c").after("a").after("b"));

  private int effectOfA;
  private int effectOfB;
  private int runsOfC;
  private int seenByC;

  /** One cleanup thread. */
  @Actor
  public void first() {
    graph.work(this::effect);
  }

  /** The other. */
  @Actor
  public void second() {
    graph.work(this::effect);
  }

  private void effect(String name) {
    switch (name) {
      case "a" -> effectOfA = 1;
      case "b" -> effectOfB = 1;
      default -> {
        runsOfC++;
        seenByC = effectOfA + effectOfB;
      }
    }
  }

  /** What was seen, and whether everything has ended. */
  @Arbiter
  public void left(IIZ_Result result) {
    result.r1 = runsOfC;
    result.r2 = seenByC;
    result.r3 = graph.run.isComplete();
  }
}
