package com.acme.shared;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class Shared implements AutoCloseable {
  static final class Client implements AutoCloseable {
    @Override
    public void close() {
      System.err.println("client closed");
    }
  }

  private final Client client = new Client();

  @Bean(destroyMethod = "")
  Client client() {
    return client;
  }

  @Override
  public void close() {
    client.close();
  }
}
