package com.acme.escort;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

public final class Escort implements AutoCloseable {
  private final Clock clock = Clock.systemUTC();
  private final BooleanSupplier away;

  public Escort(BooleanSupplier away) {
    this.away = away;
  }

  @Override
  public void close() throws InterruptedException {
    Instant limit = clock.instant().plus(Duration.ofSeconds(3));
    do {
      if (away.getAsBoolean()) {
        return;
      }
      Thread.sleep(20);
    } while (clock.instant().isBefore(limit));
  }
}
