import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
public class Wiring {
  @Bean
  ExecutorService exports() {
    return Executors.newFixedThreadPool(4);
  }

  @Bean
  Object reports() {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    return new Reports(pool);
  }

  record Reports(ExecutorService pool) implements AutoCloseable {
    @Override
    public void close() {
      pool.shutdownNow();
    }
  }
}
