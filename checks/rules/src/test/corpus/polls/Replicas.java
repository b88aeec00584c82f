import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

final class Replicas implements AutoCloseable {
  private final List<Future<?>> copies;

  Replicas(List<Future<?>> copies) {
    this.copies = copies;
  }

  @Override
  public void close() throws InterruptedException, ExecutionException {
    for (Future<?> copy : copies) {
      do {
        try {
          copy.get(1, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
          System.err.println("a replica is late");
        }
      } while (!copy.isDone());
    }
  }
}
