package dev.lastcall.defer;

import dev.lastcall.api.Deadline;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still until it is moved. */
final class ManualTicker implements Deadline.Ticker {
  private final AtomicLong nanos = new AtomicLong(-77);

  @Override
  public long nanos() {
    return nanos.get();
  }

  void advance(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
