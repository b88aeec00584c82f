import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

class ImportConfiguration {
  @Bean
  ThreadPoolTaskExecutor imports() {
    ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
    executor.setCorePoolSize(4);
    executor.setWaitForTasksToCompleteOnShutdown(true);
    return executor;
  }
}
