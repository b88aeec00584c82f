package clinic.pills;

import io.vertx.core.AbstractVerticle;
import java.util.concurrent.TimeUnit;

public class PillDispenser extends AbstractVerticle {
  private static final long MS_PER_MINUTE = 60_000L;

  private Thread motor;

  @Override
  public void start() {
    motor = new Thread(() -> {
      try {
        TimeUnit.HOURS.sleep(1);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
    motor.start();
  }

  @Override
  public void stop() throws Exception {
    motor.interrupt();
    motor.join(patience());
    if (motor.isAlive()) {
      System.err.println("motor did not stop");
    }
  }

  private static long patience() {
    return 4 * 60 * MS_PER_MINUTE;
  }
}
