package com.acme.ropewalk;

import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

public class Ropewalk {
  private final CountDownLatch twisted = new CountDownLatch(1);

  @EventListener
  public void stop(ShutdownEvent event) {
    boolean ok = await();
    System.err.println(ok);
  }

  private boolean await() {
    try {
      return twisted.await(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      return false;
    }
  }
}
