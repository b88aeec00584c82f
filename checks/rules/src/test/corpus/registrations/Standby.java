package com.acme.standby;

import java.util.concurrent.atomic.AtomicReference;

public class Standby {
  private final AtomicReference<Thread> hook = new AtomicReference<>();

  public Standby() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
  }

  private void stop() {
    promote(() -> System.err.println("standby left"));
  }

  private void promote(Runnable last) {
    Thread more = new Thread(last);
    hook.set(more);
    Runtime.getRuntime().addShutdownHook(more);
  }
}
