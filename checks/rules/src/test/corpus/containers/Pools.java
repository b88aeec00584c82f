package com.acme.pools;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class Pools {
  private static final String STOP = "shutdown";

  @Bean(destroyMethod = STOP)
  ExecutorService named() {
    return Executors.newFixedThreadPool(2);
  }

  @Bean
  ExecutorService inferred() {
    return Executors.newFixedThreadPool(2);
  }
}
