package com.acme.conveyor;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

@Component
public class Conveyor {
  private static final String POISON = "stop";
  private final BlockingQueue<String> belt = new LinkedBlockingQueue<>(100);
  private final Thread worker = new Thread(this::carry);

  public Conveyor() {
    worker.start();
  }

  private void carry() {
    try {
      while (!POISON.equals(belt.take())) {
        Thread.onSpinWait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @EventListener(ContextClosedEvent.class)
  public void end() throws InterruptedException {
    belt.put(POISON);
    var left = worker;
    left.join();
  }
}
