package com.acme.ferry;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

class Ferryman {
  private final BlockingQueue<Runnable> crossings = new ArrayBlockingQueue<>(64);
  private final Thread rower = new Thread(this::row);
  private volatile boolean rowing = true;

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    rowing = false;
    rower.join(1_500);
    if (rower.isAlive()) {
      rower.interrupt();
    }
    Runnable next;
    while ((next = crossings.poll()) != null) {
      next.run();
    }
  }

  void row() {
    while (rowing) {
      try {
        crossings.take().run();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  boolean board(Runnable crossing) throws InterruptedException {
    return crossings.offer(crossing, 100, TimeUnit.MILLISECONDS);
  }
}
