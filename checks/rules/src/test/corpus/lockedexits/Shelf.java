import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class Shelf {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final List<Integer> weights;

  Shelf(List<Integer> weights) {
    this.weights = weights;
    Runtime.getRuntime().addShutdownHook(new Thread(this::clear));
  }

  void audit() throws InterruptedException {
    boolean held = lock.readLock().tryLock(1, TimeUnit.SECONDS);
    if (held) {
      try {
        weights.forEach(
            weight -> {
              if (weight < 0) {
                System.exit(70);
              }
            });
      } finally {
        lock.readLock().unlock();
      }
    }
  }

  private void clear() {
    lock.writeLock().lock();
    try {
      weights.clear();
    } finally {
      lock.writeLock().unlock();
    }
  }
}
