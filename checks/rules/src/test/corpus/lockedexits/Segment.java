import jakarta.annotation.PreDestroy;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

class Segment {
  private final Lock lock = new ReentrantLock();
  private long size;

  void append(byte[] record) {
    lock.lock();
    try {
      size += record.length;
      if (size < 0) {
        fail("overflow");
      }
    } finally {
      lock.unlock();
    }
  }

  private void fail(String why) {
    System.err.println("segment: " + why);
    System.exit(74);
  }

  @PreDestroy
  void seal() {
    lock.lock();
    try {
      System.err.println("sealed at " + size);
    } finally {
      lock.unlock();
    }
  }
}
