package city.clock;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The executor belongs to whoever made it. */
public class ClockTower implements AutoCloseable {
  private final ScheduledExecutorService borrowed;
  private java.util.concurrent.ScheduledFuture<?> chime;

  public ClockTower(ScheduledExecutorService borrowed) {
    this.borrowed = borrowed;
  }

  public void start(Runnable bell) {
    chime = borrowed.scheduleAtFixedRate(bell, 0, 1, TimeUnit.HOURS);
  }

  @Override
  public void close() {
    if (chime != null) {
      chime.cancel(false);
    }
  }
}
