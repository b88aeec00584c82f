package com.acme.lent;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
public class Lent {
  @Bean
  public ExecutorService workers() {
    return Executors.newFixedThreadPool(4);
  }

  @Bean(destroyMethod = "shutdown")
  public ExecutorService timers() {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    pool.execute(() -> System.out.println("warm"));
    return pool;
  }

  public static void with(java.util.function.Consumer<Executor> use) {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      use.accept(pool);
    } finally {
      pool.shutdownNow();
    }
  }
}
