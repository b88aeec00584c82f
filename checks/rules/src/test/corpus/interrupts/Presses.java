package com.acme.presses;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

public class Presses {
  private final List<CountDownLatch> presses;
  private final AtomicBoolean late = new AtomicBoolean();

  public Presses(List<CountDownLatch> presses) {
    this.presses = presses;
  }

  @EventListener
  public void onClose(ContextClosedEvent event) {
    presses.forEach(this::waitFor);
  }

  private void waitFor(CountDownLatch press) {
    try {
      if (!press.await(1, TimeUnit.SECONDS)) {
        late.set(true);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("press", e);
    }
  }
}
