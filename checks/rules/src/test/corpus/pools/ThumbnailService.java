import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Service;

@Service
public class ThumbnailService {
  private final ExecutorService resizers =
      new ThreadPoolExecutor(2, 8, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>());

  public void resize(Path picture) {
    resizers.execute(() -> scale(picture));
  }

  private void scale(Path picture) {}

  @PreDestroy
  void tearDown() {
    stopPool(resizers);
  }

  private static void stopPool(ExecutorService pool) {
    if (pool != null && !pool.isShutdown()) {
      pool.shutdown();
    }
  }
}
