package dev.lastcall.runtime;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.lastcall.api.Deadline.Ticker;
import dev.lastcall.flush.LastGasp;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZI_Result;

/**
 * A person and the platform send one signal each while the exit runs that the first one began:
 * whether one of them cut it short, and how many ended the process.
 */
@JCStressTest
@Outcome(id = "true, true, 1", expect = ACCEPTABLE, desc = "Each did what its number says.")
@Outcome(expect = FORBIDDEN, desc = "A signal was lost, or counted twice.")
@State
public class SignalsStress {
  private static final int TERM = 15;

  /** One for all, because a gasp has threads; it remembers nothing of a signal but that it came. */
  private static final LastGasp GASP = LastGasp.start(Ticker.system());

  private final AtomicInteger halts = new AtomicInteger();
  private final ExitTrigger trigger = new ExitTrigger(() -> 0);
  private final HaltGuard guard = new HaltGuard(() -> 0, code -> halts.incrementAndGet());
  private final SignalDoor door =
      new SignalDoor(trigger, GASP, guard, ExitCodes.defaults(), () -> 0, Map.of(TERM, "TERM"));

  /** The first signal came long before. */
  public SignalsStress() {
    door.test(TERM);
  }

  /** One more. */
  @Actor
  public void person() {
    door.test(TERM);
  }

  /** And one more. */
  @Actor
  public void platform() {
    door.test(TERM);
  }

  /** What they did. */
  @Arbiter
  public void look(ZZI_Result result) {
    result.r1 = trigger.isPulled();
    result.r2 = trigger.isForced();
    result.r3 = halts.get();
  }
}
