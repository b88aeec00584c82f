package dev.lastcall.exit;

import dev.lastcall.api.Deadline;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still until it is moved. */
final class ManualTicker implements Deadline.Ticker {
  private final AtomicLong nanos;

  ManualTicker(long nanos) {
    this.nanos = new AtomicLong(nanos);
  }

  @Override
  public long nanos() {
    return nanos.get();
  }

  void advanceTo(long later) {
    nanos.set(later);
  }

  void advance(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
