package com.acme.ghost;

import org.springframework.beans.factory.DisposableBean;

public class Ghost implements DisposableBean {
  private final Thread haunt = new Thread(() -> System.out.println("boo"));

  public void start() {
    haunt.setDaemon(true);
    haunt.start();
  }

  @Override
  public void destroy() throws InterruptedException {
    haunt.interrupt();
    if (!haunt.isAlive()) {
      haunt.join();
    }
  }
}
