package com.acme.micro;

import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.PreDestroy;

@Prototype
class Micro implements AutoCloseable {
  @Override
  @PreDestroy
  public void close() {
    System.err.println("micro closed");
  }
}
