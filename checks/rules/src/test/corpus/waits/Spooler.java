public class Spooler implements AutoCloseable {
  private final Object lock = new Object();
  private int pending;
  private boolean closed;

  public void print(String page) {
    synchronized (lock) {
      if (closed) {
        throw new IllegalStateException("closed");
      }
      pending++;
    }
  }

  void printed() {
    synchronized (lock) {
      pending--;
      lock.notifyAll();
    }
  }

  @Override
  public void close() throws InterruptedException {
    synchronized (lock) {
      closed = true;
      while (pending > 0) {
        lock.wait();
      }
    }
  }
}
