import java.util.concurrent.locks.ReentrantLock;

class Decision {
  private final Object monitor = new Object();
  private final ReentrantLock lock = new ReentrantLock();
  private int failures;

  Decision() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::report));
  }

  void failed() {
    boolean enough;
    synchronized (monitor) {
      enough = ++failures > 10;
    }
    if (enough) {
      System.exit(1);
    }
  }

  void failedBadly() {
    lock.lock();
    int now;
    try {
      now = failures += 10;
    } finally {
      lock.unlock();
    }
    if (now > 10) {
      System.exit(1);
    }
  }

  void giveUp() {
    if (!lock.tryLock()) {
      System.exit(2);
      return;
    }
    lock.unlock();
    System.exit(1);
  }

  private void report() {
    synchronized (monitor) {
      lock.lock();
      try {
        System.err.println(failures);
      } finally {
        lock.unlock();
      }
    }
  }
}
