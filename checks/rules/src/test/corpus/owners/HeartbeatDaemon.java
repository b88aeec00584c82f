import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class HeartbeatDaemon {
  private final Timer timer = new Timer("heartbeat", true);
  private final ScheduledExecutorService sampler =
      Executors.newSingleThreadScheduledExecutor(HeartbeatDaemon::daemon);

  void start(TimerTask beat) {
    timer.scheduleAtFixedRate(beat, 0, 1_000);
    sampler.scheduleAtFixedRate(beat, 1, 1, TimeUnit.SECONDS);
  }

  private static Thread daemon(Runnable body) {
    Thread thread = new Thread(body, "sampler");
    thread.setDaemon(true);
    return thread;
  }
}
