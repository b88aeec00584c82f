import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

class BallotCounter implements AutoCloseable {
  private final ExecutorService counters = Executors.newFixedThreadPool(4);
  private final List<Future<?>> open = new ArrayList<>();

  void count(Runnable ballot) {
    open.add(counters.submit(ballot));
  }

  @Override
  public void close() throws Exception {
    for (Future<?> each : open) {
      each.get(1, TimeUnit.SECONDS);
    }
    counters.shutdown();
  }
}
