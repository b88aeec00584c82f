import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

final class Lease implements AutoCloseable {
  private static final int SECONDS = 30;
  private final ReentrantLock lock = new ReentrantLock();
  private long renewals = 1_000_000;

  @Override
  public void close() throws InterruptedException {
    if (lock.tryLock(SECONDS, TimeUnit.SECONDS)) {
      try {
        renewals = TimeUnit.DAYS.toMillis(renewals);
      } finally {
        lock.unlock();
      }
    }
  }
}
