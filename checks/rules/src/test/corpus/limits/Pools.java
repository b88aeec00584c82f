import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

public class Pools {
  @Bean
  public ThreadPoolTaskExecutor reports() {
    ThreadPoolTaskExecutor pool = new ThreadPoolTaskExecutor();
    pool.setWaitForTasksToCompleteOnShutdown(true);
    pool.setAwaitTerminationSeconds(3 * 60 * 60);
    return pool;
  }

  @Bean
  public ThreadPoolTaskExecutor mails() {
    ThreadPoolTaskExecutor pool = new ThreadPoolTaskExecutor();
    pool.setWaitForTasksToCompleteOnShutdown(true);
    pool.setAwaitTerminationSeconds((int) Duration.ofSeconds(20).toSeconds());
    return pool;
  }
}
