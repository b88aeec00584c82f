import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;

final class Forks implements AutoCloseable {
  private final ForkJoinTask<?> merge =
      new RecursiveAction() {
        @Override
        protected void compute() {}
      };

  void start() {
    merge.fork();
  }

  @Override
  public void close() {
    merge.join();
  }
}
