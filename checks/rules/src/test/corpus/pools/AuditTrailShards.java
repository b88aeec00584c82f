import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

class AuditTrailShards implements AutoCloseable {
  private final List<ExecutorService> shards =
      List.of(Executors.newSingleThreadExecutor(), Executors.newSingleThreadExecutor());

  void record(String entry) {
    shards.get(entry.length() % 2).execute(() -> System.out.println(entry));
  }

  @Override
  public void close() throws InterruptedException {
    for (ExecutorService shard : shards) {
      shard.shutdown();
    }
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    for (ExecutorService each : shards) {
      long left = end - System.nanoTime();
      if (!each.awaitTermination(left, TimeUnit.NANOSECONDS)) {
        each.shutdownNow();
      }
    }
  }
}
