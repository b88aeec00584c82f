package dev.lastcall.exit;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Two threads take from a queue that holds two ranks in different words: what each one got. */
@JCStressTest
@Outcome(id = "3, 70", expect = ACCEPTABLE, desc = "The first thread came first.")
@Outcome(id = "70, 3", expect = ACCEPTABLE, desc = "The second thread came first.")
@Outcome(expect = FORBIDDEN, desc = "A node was handed out twice, or not although it was ready.")
@State
public class ReadyQueueStress {
  private final ReadyQueue queue = new ReadyQueue(128);

  /** Begins with two ready nodes. */
  public ReadyQueueStress() {
    queue.add(3);
    queue.add(70);
  }

  /** One thread. */
  @Actor
  public void first(II_Result result) {
    result.r1 = queue.take();
  }

  /** The other. */
  @Actor
  public void second(II_Result result) {
    result.r2 = queue.take();
  }
}
