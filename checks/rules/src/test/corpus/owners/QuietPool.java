import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

class QuietPool {
  private static final Lanes LANES = new Lanes(4);

  void run(Runnable task) {
    LANES.execute(task);
  }

  private static final class Lanes extends ThreadPoolExecutor {
    Lanes(int count) {
      super(count, count, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>());
      allowCoreThreadTimeOut(true);
    }
  }
}
