import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

public class Finished {
  private final ExecutorService workers;
  private final CompletableFuture<String> summary = new CompletableFuture<>();
  private Future<String> report;

  public Finished(ExecutorService workers) {
    this.workers = workers;
  }

  @PreDestroy
  void stop() throws InterruptedException, ExecutionException {
    if (report.isDone()) {
      System.err.println(report.get());
    }
    summary.complete("stopped");
    System.err.println(summary.join());
    List<Callable<String>> last = List.of(() -> "a", () -> "b");
    for (Future<String> done : workers.invokeAll(last, 5, TimeUnit.SECONDS)) {
      if (!done.isCancelled()) {
        System.err.println(done.get());
      }
    }
  }
}
