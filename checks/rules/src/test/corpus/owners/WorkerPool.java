import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

class WorkerPool implements AutoCloseable {
  private ExecutorService workers = Executors.newFixedThreadPool(2);

  void resize(int count) {
    workers = Executors.newFixedThreadPool(count);
  }

  void run(Runnable task) {
    workers.execute(task);
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
