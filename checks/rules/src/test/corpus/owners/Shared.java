import com.example.threads.NamedThreadFactory;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

class Shared {
  private final ExecutorService probes =
      Executors.newFixedThreadPool(2, new NamedThreadFactory("probe"));
  private final ExecutorService bursts =
      new ThreadPoolExecutor(0, 64, 10, TimeUnit.SECONDS, new SynchronousQueue<>());

  void probe(Runnable check) {
    probes.execute(check);
    bursts.execute(check);
  }
}
