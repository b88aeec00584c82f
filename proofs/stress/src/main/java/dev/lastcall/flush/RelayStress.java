package dev.lastcall.flush;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.FlushTarget;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * The timekeeper takes the baton from a target at the moment it returns, and in the end closes the
 * run: how often each of two targets was flushed. The clock goes on by a second whenever somebody
 * reads it, so every target outlasts its share and the end is near.
 */
@JCStressTest
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Both were flushed, once.")
@Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "The end came before the second.")
@Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "The end came before the first.")
@Outcome(expect = FORBIDDEN, desc = "A target was flushed twice, or passed over.")
@State
public class RelayStress {
  private static final long SECOND = 1_000_000_000;
  private static final int LONGEST = 300;

  private final AtomicLong now = new AtomicLong();
  private final AtomicInteger logs = new AtomicInteger();
  private final AtomicInteger metrics = new AtomicInteger();
  private final GaspCrew nobody = new GaspCrew((name, body) -> new Thread(body, name));
  private final FlushRun run =
      new FlushRun(
          new GaspTarget[] {target("logs", logs), target("metrics", metrics)},
          (target, end) -> target.target().flush(end),
          Deadline.at(60 * SECOND, () -> now.addAndGet(SECOND)));

  private static GaspTarget target(String name, AtomicInteger flushes) {
    FlushTarget slow =
        deadline -> {
          flushes.incrementAndGet();
          for (int i = ThreadLocalRandom.current().nextInt(LONGEST); i > 0; i--) {
            Thread.onSpinWait();
          }
        };
    return new GaspTarget(name, slow);
  }

  /** Two gasp threads, one after the other. */
  @Actor
  public void gaspThreads() {
    run.run();
    run.run();
  }

  /** The timekeeper; interrupted, so that it does not park. */
  @Actor
  public void timekeeper() {
    Thread.currentThread().interrupt();
    run.keepTime(nobody);
    Thread.interrupted();
  }

  /** How often they were flushed. */
  @Arbiter
  public void count(II_Result result) {
    result.r1 = logs.get();
    result.r2 = metrics.get();
  }
}
