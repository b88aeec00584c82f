package com.acme.meter;

import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;

@Singleton
class MeterFlusher {
  private static final int SLOTS = 8;
  private final Semaphore slots = new Semaphore(SLOTS);

  void report(Runnable sample) throws InterruptedException {
    slots.acquire();
    try {
      sample.run();
    } finally {
      slots.release();
    }
  }

  @EventListener
  void onShutdown(ShutdownEvent event) {
    drain();
  }

  private void drain() {
    slots.acquireUninterruptibly(SLOTS);
  }
}
