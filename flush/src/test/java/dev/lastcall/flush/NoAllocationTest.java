package dev.lastcall.flush;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.ThreadMXBean;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.Deadline.Ticker;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** From the trigger to the end of the last target the gasp threads allocate nothing themselves. */
@SuppressWarnings("deprecation") // threadId() came with 19
class NoAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final long[] runnerBytes = new long[4];
  private final Thread[] runners = new Thread[4];
  private long timekeeperBytes;

  @Test
  void theRelayAllocatesNothing() {
    AtomicReference<Object> done = new AtomicReference<>();
    try (LastGasp gasp = LastGasp.start(Ticker.system())) {
      Thread timekeeper = Reports.newestThread("lc:last-gasp");
      for (int i = 0; i < runnerBytes.length; i++) {
        int index = i;
        gasp.add("target-" + i, deadline -> note(index, timekeeper));
      }
      assertThat(gasp.rehearse(Deadline.after(ofSeconds(30)))).isEmpty();
      gasp.arm(Deadline.after(ofHours(1)), Deadline.after(ofHours(2)), done::set);
      await().until(() -> timekeeper.getState() == Thread.State.TIMED_WAITING);
      long before = THREADS.getThreadAllocatedBytes(timekeeper.getId());

      gasp.flushNow();

      await().until(() -> done.get() != null);
      assertThat(timekeeperBytes - before).as("bytes of the timekeeper").isZero();
      assertThat(runners).as("one thread runs all").containsOnly(runners[0]);
      assertThat(runnerBytes).as("bytes of the runner").containsOnly(runnerBytes[0]);
    }
  }

  private void note(int index, Thread timekeeper) {
    runners[index] = Thread.currentThread();
    runnerBytes[index] = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    timekeeperBytes = THREADS.getThreadAllocatedBytes(timekeeper.getId());
  }
}
