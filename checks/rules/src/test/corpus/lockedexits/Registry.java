import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class Registry implements AutoCloseable {
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private int entries;

  void enter() throws InterruptedException {
    if (!lock.writeLock().tryLock(1, TimeUnit.SECONDS)) {
      System.exit(75);
    }
    try {
      if (++entries > 100_000) {
        System.exit(70);
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      entries = 0;
    } finally {
      lock.writeLock().unlock();
    }
  }
}
