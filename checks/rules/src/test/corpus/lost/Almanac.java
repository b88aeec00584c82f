package com.acme.almanac;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executor;

class Almanac {
  private final Executor executor;
  private final Runnable save;

  Almanac(Executor executor, Runnable save) {
    this.executor = executor;
    this.save = save;
  }

  void stop(@Observes ShutdownEvent event) {
    executor.execute(save);
  }
}
