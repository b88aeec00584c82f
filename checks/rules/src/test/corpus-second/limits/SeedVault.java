package eco.seeds;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;

public class SeedVault implements DisposableBean {
  private static final int DOORS = 3;
  private static final long MICROS = 9_500_000;

  private final Semaphore doors = new Semaphore(DOORS);
  // tokens of visitors are good for a year
  private final long tokenMillis = TimeUnit.DAYS.toMillis(365);

  public long enter() throws InterruptedException {
    doors.acquire();
    return System.currentTimeMillis() + tokenMillis;
  }

  public void leave() {
    doors.release();
  }

  @Override
  public void destroy() throws InterruptedException {
    if (doors.tryAcquire(DOORS, MICROS, TimeUnit.MICROSECONDS)) {
      System.out.println("sealed");
    } else {
      System.out.println("sealed with visitors inside");
    }
  }
}
