import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

class Probe {
  private final Semaphore slots = new Semaphore(4);
  private final ReentrantLock lock = new ReentrantLock();

  void run(Check check) throws InterruptedException {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    slots.acquire();
    try {
      pool.execute(check::run);
      if (check.isFatal()) {
        System.exit(1);
      }
    } finally {
      slots.release();
      pool.shutdownNow();
      System.err.println("probe: end");
    }
  }

  boolean isBusy() {
    return lock.isLocked();
  }

  interface Check {
    void run();

    boolean isFatal();
  }
}
