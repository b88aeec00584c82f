package game.slots;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

@Context
public class SlotMachine {
  private static final int REELS = 3;
  private final Semaphore reels = new Semaphore(REELS);

  public boolean spin(Runnable animation) {
    if (!reels.tryAcquire()) {
      return false;
    }
    try {
      animation.run();
      return true;
    } finally {
      reels.release();
    }
  }

  @PreDestroy
  void powerOff() {
    try {
      if (!reels.tryAcquire(REELS, 2, TimeUnit.SECONDS)) {
        System.err.println("reels are still spinning");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("power off was interrupted", e);
    }
  }
}
