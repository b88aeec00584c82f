package com.acme.base;

import jakarta.annotation.PreDestroy;
import java.util.Optional;

public class BaseService {
  abstract static class Managed {
    @PreDestroy
    public final void shutdown() {
      System.err.println("stopping " + name());
      doStop();
    }

    protected abstract void doStop();

    protected String name() {
      return getClass().getSimpleName();
    }
  }

  static class Poller extends Managed {
    private Thread thread;

    void begin() {
      thread = new Thread(() -> System.out.println("poll"));
      thread.start();
    }

    @Override
    protected void doStop() {
      Optional.ofNullable(thread).ifPresent(t -> {
        t.interrupt();
        try {
          t.join();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      });
    }
  }
}
