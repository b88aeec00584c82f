package dev.lastcall.flush;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.Deadline.Ticker;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class FlushRaceTest {
  private static final long SEED = 20_261_122;

  @RepeatedTest(100)
  void theGracefulFlushTheDeadlineAndASecondSignalNeverFlushTwice(RepetitionInfo round)
      throws Exception {
    Random random = new Random(SEED + round.getCurrentRepetition());
    AtomicInteger flushes = new AtomicInteger();
    BlockingQueue<String> ways = new LinkedBlockingQueue<>();
    try (LastGasp gasp = LastGasp.start(Ticker.system())) {
      gasp.add("logs", deadline -> flushes.incrementAndGet());
      CyclicBarrier start = new CyclicBarrier(2);
      int[] pauses = {random.nextInt(300_000), random.nextInt(300_000), random.nextInt(300_000)};
      Thread signal =
          new Thread(
              () -> {
                meet(start);
                LockSupport.parkNanos(pauses[0]);
                gasp.flushNow();
              });
      signal.start();
      gasp.arm(
          Deadline.at(Ticker.system().nanos() + pauses[1], Ticker.system()),
          Deadline.after(ofSeconds(30)),
          report -> ways.add("gasp"));
      meet(start);
      LockSupport.parkNanos(pauses[2]);
      gasp.flush(Deadline.after(ofSeconds(30)), each -> {})
          .ifPresent(report -> ways.add("graceful"));
      signal.join();

      assertThat(ways.take()).isIn("gasp", "graceful");
      assertThat(flushes).as("seed %s", SEED).hasValue(1);
      assertThat(ways).as("seed %s", SEED).isEmpty();
    }
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }
}
