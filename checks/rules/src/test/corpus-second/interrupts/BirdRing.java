package eco.birds;

import com.google.common.util.concurrent.Uninterruptibles;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

public class BirdRing {
  private final CountDownLatch allBack = new CountDownLatch(12);

  public void back() {
    allBack.countDown();
  }

  @PreDestroy
  void closeAviary() {
    if (!Uninterruptibles.awaitUninterruptibly(allBack, Duration.ofSeconds(2))) {
      System.err.println(allBack.getCount() + " birds are still out");
    }
  }
}
