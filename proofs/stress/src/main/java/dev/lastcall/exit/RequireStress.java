package dev.lastcall.exit;

import static dev.lastcall.api.CleanupSpec.named;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * One predecessor fails while another completes: what becomes of a cleanup that requires both, and
 * of one that does not mind.
 */
@JCStressTest
@Outcome(
    id = "a failed, b completed, calm completed, strict skipped",
    expect = ACCEPTABLE,
    desc = "Whoever made it ready saw the failure.")
@Outcome(expect = FORBIDDEN, desc = "It ran without what it requires, or was forgotten.")
@State
public class RequireStress {
  private final SmallRun graph =
      SmallRun.of(
          named("a"),
          named("b"),
          named("strict").after("a", "b").requiringPredecessors(),
          named("calm").after("a", "b"));

  /** One cleanup thread. */
  @Actor
  public void first() {
    graph.work(RequireStress::effect);
  }

  /** The other. */
  @Actor
  public void second() {
    graph.work(RequireStress::effect);
  }

  private static void effect(String name) {
    if (name.equals("a")) {
      throw new IllegalStateException("scripted");
    }
  }

  /** What was told. */
  @Arbiter
  public void count(L_Result result) {
    result.r1 = graph.outcomes();
  }
}
