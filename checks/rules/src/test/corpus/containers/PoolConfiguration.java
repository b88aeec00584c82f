import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Scope;

public class PoolConfiguration {
  @Bean(destroyMethod = "")
  ExecutorService exports() {
    return Executors.newFixedThreadPool(2);
  }

  @Bean(destroyMethod = "shutdown")
  @Scope("prototype")
  ExecutorService perJob() {
    return Executors.newSingleThreadExecutor();
  }

  @Bean(destroyMethod = "")
  ExecutorService shared(ExecutorService given) {
    return given;
  }
}
