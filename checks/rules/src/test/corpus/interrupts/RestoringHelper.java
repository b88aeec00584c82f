import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.annotation.PreDestroy;

class RestoringHelper {
  private final Semaphore slots = new Semaphore(4);

  @PreDestroy
  void drain() {
    try {
      if (!slots.tryAcquire(4, 3, TimeUnit.SECONDS)) {
        System.err.println("slots still taken");
      }
    } catch (InterruptedException e) {
      giveUp("drain", e);
    }
  }

  private static void giveUp(String step, InterruptedException cause) {
    System.err.println(step + " cut off: " + cause);
    Thread.currentThread().interrupt();
  }
}
