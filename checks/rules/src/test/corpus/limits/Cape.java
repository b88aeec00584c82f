package com.acme.cape;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

@Configuration
class Cape {
  private static final int SECONDS = 25;

  @Bean
  ThreadPoolTaskScheduler timers() {
    ThreadPoolTaskScheduler timers = new ThreadPoolTaskScheduler();
    timers.setPoolSize(2);
    timers.setWaitForTasksToCompleteOnShutdown(true);
    timers.setAwaitTerminationSeconds(SECONDS);
    return timers;
  }
}
