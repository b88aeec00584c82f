import java.util.Iterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.DisposableBean;

public class Drains implements DisposableBean {
  private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
  private final AtomicReference<String> state = new AtomicReference<>("up");

  @Override
  public void destroy() throws InterruptedException {
    Thread.sleep(3_000);
    Runnable task;
    while ((task = tasks.poll(100, TimeUnit.MILLISECONDS)) != null) {
      task.run();
    }
    while (!tasks.isEmpty()) {
      tasks.remove().run();
      Thread.yield();
    }
    Iterator<Runnable> rest = tasks.iterator();
    while (rest.hasNext()) {
      rest.next().run();
      Thread.sleep(1);
    }
    String before;
    do {
      before = state.get();
    } while (!state.compareAndSet(before, "down"));
  }
}
