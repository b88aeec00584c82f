package dev.lastcall.runtime;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JI_Result;

/**
 * Two threads close the same request, of two that run: how many have ended, and how many are in
 * flight.
 */
@JCStressTest
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Counted once.")
@Outcome(expect = FORBIDDEN, desc = "Counted twice: the drain would end too soon.")
@State
public class RequestStress {
  private final InFlight requests = new InFlight();
  private final InFlight.Request request = requests.begin();

  /** Begins a second request, which stays. */
  public RequestStress() {
    requests.begin();
  }

  /** The handler. */
  @Actor
  public void handler() {
    request.close();
  }

  /** A timeout. */
  @Actor
  public void timeout() {
    request.close();
  }

  /** What was counted. */
  @Arbiter
  public void count(JI_Result result) {
    result.r1 = requests.ended();
    result.r2 = requests.inFlight();
  }
}
