import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class ChecksumTool implements AutoCloseable {
  private final ExecutorService hashers = Executors.newFixedThreadPool(4);

  long sum(List<Callable<Long>> files) throws Exception {
    List<Future<Long>> open = new ArrayList<>();
    for (Callable<Long> file : files) {
      open.add(hashers.submit(file));
    }
    long sum = 0;
    for (Future<Long> each : open) {
      sum += each.get();
    }
    return sum;
  }

  @Override
  public void close() {
    hashers.shutdown();
  }
}
