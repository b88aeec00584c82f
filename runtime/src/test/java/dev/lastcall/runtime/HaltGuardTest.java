package dev.lastcall.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.Deadline.Ticker;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HaltGuardTest {
  private final LinkedBlockingQueue<Integer> halts = new LinkedBlockingQueue<>();
  private final HaltGuard guard = new HaltGuard(Ticker.system(), halts::add);
  private final Thread thread = new Thread(guard, "guard");

  private static long in(long millis) {
    return Ticker.system().nanos() + millis * 1_000_000;
  }

  @Test
  void haltsAtItsDeadlineWithTheLastCode() throws InterruptedException {
    thread.start();
    guard.arm(in(200), 124);
    guard.code(3);

    assertThat(halts.take()).isEqualTo(3);
  }

  @Test
  void anEarlierDeadlineWinsOverALaterOne() throws InterruptedException {
    thread.start();
    guard.arm(in(3_600_000), 124);
    guard.arm(in(1), 125);
    guard.arm(in(3_600_000), 125);

    assertThat(halts.take()).isEqualTo(125);
  }

  @Test
  void theCodeIsThatOfTheEarlierDeadline() throws InterruptedException {
    guard.arm(in(0), 125);
    guard.arm(in(3_600_000), 124);
    thread.start();

    assertThat(halts.take()).isEqualTo(125);
  }

  @Test
  void neverHaltsOnceItIsStopped() throws InterruptedException {
    thread.start();
    guard.stop();
    thread.join();
    guard.arm(in(0), 1);

    assertThat(halts).isEmpty();
  }
}
