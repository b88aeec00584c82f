package dev.lastcall.defer;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * Work is added while a thread looks on before it sleeps: whether that thread was reckoned to find
 * it, so that nobody was woken for it, and whether it did.
 */
@JCStressTest
@Outcome(id = "true, true", expect = ACCEPTABLE, desc = "It was to find it, and did.")
@Outcome(id = "false, true", expect = ACCEPTABLE, desc = "It found it; another was woken too.")
@Outcome(id = "false, false", expect = ACCEPTABLE, desc = "Another was woken for it.")
@Outcome(expect = FORBIDDEN, desc = "Nobody comes.")
@State
public class OfferStress {
  private final Works works = new Works();
  private final BoundedWork work = new OnePiece();

  /** Whoever adds. */
  @Actor
  public void adder(ZZ_Result result) {
    works.add(work);
    result.r1 = works.offer();
  }

  /** The thread that has run out of pieces. */
  @Actor
  public void worker(ZZ_Result result) {
    works.awaitOffer();
    result.r2 = works.all().length > 0;
  }
}
