import com.google.common.util.concurrent.MoreExecutors;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.annotation.PreDestroy;

class MetricsShipper {
  private final ExecutorService senders = Executors.newCachedThreadPool();

  void ship(byte[] batch) {
    senders.execute(() -> System.out.println(batch.length));
  }

  @PreDestroy
  void stop() {
    MoreExecutors.shutdownAndAwaitTermination(senders, 4, TimeUnit.SECONDS);
  }
}
