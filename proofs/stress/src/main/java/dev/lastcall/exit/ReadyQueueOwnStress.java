package dev.lastcall.exit;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A thread makes a node ready and takes the next one, while another takes a node that ranks far
 * behind: what each one got. Both have a node to run; a thread that found nothing would fall asleep
 * beside a ready node.
 */
@JCStressTest
@Outcome(id = "70, 3", expect = ACCEPTABLE, desc = "Each got one.")
@Outcome(id = "3, 70", expect = ACCEPTABLE, desc = "Each got one, the other way round.")
@Outcome(expect = FORBIDDEN, desc = "A thread found nothing although a node was ready.")
@State
public class ReadyQueueOwnStress {
  private final ReadyQueue queue = new ReadyQueue(128);

  /** Begins with one ready node that ranks far behind. */
  public ReadyQueueOwnStress() {
    queue.add(70);
  }

  /** A thread that only takes. */
  @Actor
  public void taker(II_Result result) {
    result.r1 = queue.take();
  }

  /** A thread whose node has ended, so that another is ready. */
  @Actor
  public void adder(II_Result result) {
    queue.add(3);
    result.r2 = queue.take();
  }
}
