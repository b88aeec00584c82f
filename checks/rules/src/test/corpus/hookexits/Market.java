package com.acme.market;

import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;

class Market {
  @EventListener
  void onStart(StartupEvent event) {
    if (System.getenv("STALLS") == null) {
      System.err.println("no stalls");
      System.exit(78);
    }
  }
}
