package dev.lastcall.exit;

import static dev.lastcall.api.CleanupSpec.named;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * A cleanup fails while the deadline closes the run: the outcome that the listeners were told, and
 * the one that the report will show.
 */
@JCStressTest
@Outcome(id = "a failed, failed", expect = ACCEPTABLE, desc = "It was in time.")
@Outcome(id = "a abandoned, abandoned", expect = ACCEPTABLE, desc = "It was left behind.")
@Outcome(expect = FORBIDDEN, desc = "Two outcomes, none, or another one in the report.")
@State
public class KeptOutcomeStress {
  private final SmallRun graph = SmallRun.of(named("a"));
  private final int node = graph.run.take();

  /** A cleanup thread. */
  @Actor
  public void worker() {
    graph.run.allottedNanos(node, 0);
    graph.run.began(node, 0);
    graph.run.ended(node, 0, SmallRun.FAILED);
  }

  /** The thread of the exit, at the deadline. */
  @Actor
  public void deadline() {
    graph.run.stop();
    graph.run.close(0);
  }

  /** What was told and what is kept. */
  @Arbiter
  public void count(LL_Result result) {
    result.r1 = graph.outcomes();
    result.r2 = graph.log.outcome(node).word();
  }
}
