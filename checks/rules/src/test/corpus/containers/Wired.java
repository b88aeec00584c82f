package com.acme.wired;

import java.net.http.HttpClient;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;

@Configuration
class Wired {
  private static final String NOTHING = "";

  @Bean(destroyMethod = NOTHING)
  ExecutorService workers() {
    return Executors.newFixedThreadPool(8);
  }

  @Bean(initMethod = "open", destroyMethod = "close")
  @Scope("prototype")
  Session session() {
    return new Session();
  }

  @Bean
  HttpClient client() {
    return HttpClient.newHttpClient();
  }

  static class Session {
    public void open() {}

    public void close() {}
  }
}
