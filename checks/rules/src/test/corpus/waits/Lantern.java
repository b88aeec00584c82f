package com.acme.lantern;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerShutdownEvent;
import java.util.concurrent.TimeUnit;

public class Lantern implements ApplicationEventListener<ServerShutdownEvent> {
  private static final long NO_LIMIT = 0L;
  private final Thread wick = new Thread(() -> System.out.println("burning"));

  @Override
  public void onApplicationEvent(ServerShutdownEvent event) {
    wick.interrupt();
    try {
      wick.join(NO_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void dim() throws InterruptedException {
    TimeUnit.SECONDS.timedJoin(wick, 2);
  }
}
