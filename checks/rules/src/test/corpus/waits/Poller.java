import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.servlet.ServletContextEvent;
import javax.servlet.ServletContextListener;

public class Poller implements ServletContextListener {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition finished = lock.newCondition();
  private boolean active;

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    lock.lock();
    try {
      while (active) {
        finished.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  void done() {
    lock.lock();
    try {
      active = false;
      finished.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
