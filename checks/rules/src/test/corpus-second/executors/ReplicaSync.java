package store.replica;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;

public class ReplicaSync implements DisposableBean, Runnable {
  private final CountDownLatch caughtUp = new CountDownLatch(1);
  private final Thread follower = new Thread(this, "replica");
  private volatile boolean leaving;

  public ReplicaSync() {
    follower.setDaemon(true);
    follower.start();
  }

  @Override
  public void run() {
    while (!leaving) {
      Thread.onSpinWait();
    }
    caughtUp.countDown();
  }

  @Override
  public void destroy() throws InterruptedException {
    leaving = true;
    final boolean inTime = caughtUp.await(3_500, TimeUnit.MILLISECONDS);
    String verdict = inTime ? "complete" : "behind";
    System.out.println("replica is " + verdict);
    if (!inTime) {
      follower.interrupt();
    }
  }
}
