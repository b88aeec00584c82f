package dev.lastcall.defer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class KeeperTest {
  @Test
  void itKeepsTheJvmAliveAndNoLauncherThatWaitsForTheThreadsOfItsGroup() throws Exception {
    ThreadGroup launched = new ThreadGroup("launched");
    CountDownLatch end = new CountDownLatch(1);
    Thread[] keeper = new Thread[1];
    Thread main =
        new Thread(
            launched,
            () -> keeper[0] = CleanupThreads.startKeeper("lc:keeper", () -> awaitQuietly(end)));
    main.setDaemon(true);
    main.start();
    main.join();
    assertThat(keeper[0].isAlive()).isTrue();
    assertThat(keeper[0].isDaemon()).isFalse();
    assertThat(keeper[0].getName()).isEqualTo("lc:keeper");
    assertThat(keeper[0].getThreadGroup().getParent()).isNull();
    end.countDown();
    keeper[0].join();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
