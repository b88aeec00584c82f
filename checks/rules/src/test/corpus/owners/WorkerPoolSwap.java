import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

class WorkerPoolSwap implements AutoCloseable {
  private ExecutorService workers = Executors.newFixedThreadPool(2);

  synchronized void resize(int count) {
    ExecutorService before = workers;
    workers = Executors.newFixedThreadPool(count);
    before.shutdown();
  }

  void run(Runnable task) {
    workers.execute(task);
  }

  @Override
  public synchronized void close() {
    workers.shutdownNow();
  }
}
