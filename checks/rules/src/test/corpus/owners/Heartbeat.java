import java.util.Timer;
import java.util.TimerTask;

class Heartbeat {
  private final Timer timer = new Timer("heartbeat");

  void start() {
    timer.scheduleAtFixedRate(
        new TimerTask() {
          @Override
          public void run() {
            System.out.println("beat");
          }
        },
        0,
        1_000);
  }
}
