package com.acme.crane;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
public class Crane {
  @Bean(destroyMethod = "lower")
  Hook hook() {
    return new Hook();
  }

  static final class Hook {
    private boolean stuck;

    public void lift() {
      stuck = true;
    }

    public void lower() {
      if (stuck) {
        System.err.println("stuck");
        System.exit(3);
      }
    }
  }

  public static void main(String[] args) {
    ConfigurableApplicationContext context = SpringApplication.run(Crane.class, args);
    System.exit(SpringApplication.exit(context));
  }
}
