import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

class AuditTrail implements AutoCloseable {
  private final List<ExecutorService> shards = new ArrayList<>();

  AuditTrail(int count) {
    for (int i = 0; i < count; i++) {
      shards.add(Executors.newSingleThreadExecutor());
    }
  }

  void record(String entry) {
    shards.get(Math.floorMod(entry.hashCode(), shards.size())).execute(() -> write(entry));
  }

  private void write(String entry) {}

  @Override
  public void close() {
    shards.forEach(ExecutorService::shutdown);
  }
}
