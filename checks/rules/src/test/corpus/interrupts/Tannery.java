package com.acme.tannery;

import java.util.List;
import org.springframework.context.SmartLifecycle;

public class Tannery implements SmartLifecycle {
  private final List<Thread> vats;
  private boolean on;

  public Tannery(List<Thread> vats) {
    this.vats = vats;
  }

  @Override
  public void start() {
    on = true;
  }

  @Override
  public void stop() {
    on = false;
    for (Thread vat : vats) {
      try {
        vat.join(200);
      } catch (Throwable t) {
        System.err.println("vat: " + t.getMessage());
      }
    }
  }

  @Override
  public boolean isRunning() {
    return on;
  }
}
