package com.acme.request;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;

@RequestScoped
public class Request {
  private final StringBuilder log = new StringBuilder();

  public void note(String line) {
    log.append(line);
  }

  @PreDestroy
  void flush() {
    System.err.print(log);
  }
}
