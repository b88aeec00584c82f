package com.acme.board;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;

public class Blackboard implements DisposableBean {
  private final CountDownLatch wiped = new CountDownLatch(1);
  private final CountDownLatch ready = new CountDownLatch(1);

  public void open() throws InterruptedException {
    ready.await();
  }

  public void wipe() {
    wiped.countDown();
  }

  @Override
  public void destroy() throws InterruptedException {
    ready.countDown();
    boolean clean = await(wiped);
    System.err.println(clean ? "wiped" : "left as it is");
  }

  private static boolean await(CountDownLatch latch) throws InterruptedException {
    return latch.await(5, TimeUnit.SECONDS);
  }
}
