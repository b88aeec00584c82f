package com.acme.relay;

import java.util.concurrent.CountDownLatch;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

@Component
public class RelayLifecycle implements SmartLifecycle {
  private record Gate(String name, CountDownLatch latch) {
    void pass() throws InterruptedException {
      latch.await();
    }
  }

  private final Gate gate = new Gate("relay", new CountDownLatch(1));
  private volatile boolean running;

  @Override
  public void start() {
    running = true;
    Thread relay = new Thread(() -> {
      while (running) {
        Thread.onSpinWait();
      }
      gate.latch().countDown();
    });
    relay.setDaemon(true);
    relay.start();
  }

  @Override
  public void stop(Runnable callback) {
    running = false;
    try {
      gate.pass();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      callback.run();
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
