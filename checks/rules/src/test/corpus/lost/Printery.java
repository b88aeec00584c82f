package com.acme.printery;

import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.DisposableBean;

public class Printery implements DisposableBean {
  interface Press {
    CompletableFuture<Void> stopAsync();
  }

  private final Press press;

  public Printery(Press press) {
    this.press = press;
  }

  @Override
  public void destroy() {
    press.stopAsync();
  }
}
