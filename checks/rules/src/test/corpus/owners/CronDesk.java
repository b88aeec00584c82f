import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

class CronDesk {
  private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(2);

  void every(long seconds, Runnable job) {
    clock.scheduleAtFixedRate(job, seconds, seconds, TimeUnit.SECONDS);
  }
}
