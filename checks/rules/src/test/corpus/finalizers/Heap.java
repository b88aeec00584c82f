package metrics;

import java.util.Timer;
import java.util.TimerTask;

final class Heap {
  private final Timer timer = new Timer("heap", true);

  void start() {
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            System.gc();
          }
        },
        60_000,
        60_000);
    Runtime.getRuntime().addShutdownHook(new Thread(timer::cancel));
  }
}
