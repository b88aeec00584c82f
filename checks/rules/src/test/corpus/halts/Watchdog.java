import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class Watchdog {
  private final CountDownLatch ended = new CountDownLatch(1);

  void begin() {
    Thread thread =
        new Thread(
            () -> {
              try {
                if (!ended.await(25, TimeUnit.SECONDS)) {
                  Runtime.getRuntime().halt(124);
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  void beginOnTimer() {
    new Timer("limit", true)
        .schedule(
            new TimerTask() {
              @Override
              public void run() {
                Runtime.getRuntime().halt(124);
              }
            },
            25_000);
  }

  void end() {
    ended.countDown();
  }
}
