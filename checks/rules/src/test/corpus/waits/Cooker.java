package com.acme.cook;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Optional;

public class Cooker {
  private Process oven;
  private final Waiter waiter = new Waiter();

  static final class Waiter {
    void join() {
      System.err.println("joined the table");
    }

    String await() {
      return "awaited";
    }
  }

  @PreDestroy
  public void off() throws InterruptedException {
    waiter.join();
    waiter.await();
    Optional.ofNullable(oven).ifPresent(Process::destroy);
    if (oven != null && !oven.waitFor(Duration.ofSeconds(3).toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS)) {
      oven.destroyForcibly().waitFor();
    }
  }
}
