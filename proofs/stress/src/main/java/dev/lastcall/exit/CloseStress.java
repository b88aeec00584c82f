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
 * The deadline closes a run while a thread works through a chain of two cleanups: every outcome
 * that the listeners were told of.
 */
@JCStressTest
@Outcome(id = "a completed, b completed", expect = ACCEPTABLE, desc = "Both in time.")
@Outcome(id = "a completed, b abandoned", expect = ACCEPTABLE, desc = "The second was cut short.")
@Outcome(id = "a completed, b skipped", expect = ACCEPTABLE, desc = "The second never began.")
@Outcome(id = "a abandoned, b skipped", expect = ACCEPTABLE, desc = "The first was cut short.")
@Outcome(id = "a skipped, b skipped", expect = ACCEPTABLE, desc = "Neither began.")
@Outcome(expect = FORBIDDEN, desc = "A cleanup has two outcomes, or none.")
@State
public class CloseStress {
  private final SmallRun graph = SmallRun.of(named("a"), named("b").after("a"));

  /** A cleanup thread. */
  @Actor
  public void worker() {
    graph.work(name -> {});
  }

  /** The thread of the exit, at the deadline. */
  @Actor
  public void deadline() {
    graph.run.stop();
    graph.run.close(0);
  }

  /** What was told. */
  @Arbiter
  public void count(L_Result result) {
    result.r1 = graph.outcomes();
  }
}
