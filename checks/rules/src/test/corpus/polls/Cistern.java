package com.acme.cistern;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

public class Cistern {
  private static final int ROUNDS = 20;
  private final IntSupplier litres;

  public Cistern(IntSupplier litres) {
    this.litres = litres;
  }

  @PreDestroy
  void drain() throws InterruptedException {
    int round = 0;
    while (litres.getAsInt() > 0) {
      if (++round > ROUNDS) {
        throw new IllegalStateException("cistern holds " + litres.getAsInt());
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }
}
