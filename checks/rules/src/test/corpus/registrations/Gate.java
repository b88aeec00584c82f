package com.acme.gate;

import org.springframework.beans.factory.DisposableBean;

public class Gate implements DisposableBean {
  private Thread guard;

  public void open() {
    guard = new Thread(() -> System.err.println("gate closed"));
    Runtime.getRuntime().addShutdownHook(guard);
  }

  @Override
  public void destroy() {
    forget();
  }

  private void forget() {
    if (guard != null) {
      Runtime.getRuntime().removeShutdownHook(guard);
      guard = null;
    }
  }
}
