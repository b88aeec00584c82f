package com.acme.estate;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.TreeMap;

public class Estate {
  private final Map<Integer, AutoCloseable> houses = new TreeMap<>();
  private AutoCloseable garden;

  void onStop(@Observes ShutdownEvent event) throws Exception {
    for (var house : houses.values()) {
      house.close();
    }
    if (garden != null) {
      garden.close();
    }
  }
}
