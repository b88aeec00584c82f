package com.acme.sundial;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

public final class Sundial {
  private final AtomicReference<Instant> last = new AtomicReference<>(Instant.EPOCH);
  private volatile String place = "garden";

  public Sundial() {
    String where = place;
    Runtime.getRuntime().addShutdownHook(new Thread(() -> report(where)));
  }

  public void move(String to) {
    place = to;
    last.set(Instant.now());
  }

  private void report(String where) {
    System.err.println(where + " " + last.get());
  }
}
