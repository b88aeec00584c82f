package dev.lastcall.journal;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.Deadline.Ticker;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes what was appended to the storage device at intervals. Confined to the upkeep. */
final class Forcing {
  private final long intervalNanos;
  private final Ticker ticker;
  private final Consumer<IOException> onFailure;
  private @Nullable Segment forced;
  private long forcedPosition;
  private long dueAt;

  /**
   * @param interval zero for never
   */
  Forcing(Duration interval, Ticker ticker, Consumer<IOException> onFailure) {
    this.intervalNanos = Deadline.nanosOf(interval);
    this.ticker = ticker;
    this.onFailure = onFailure;
    this.dueAt = ticker.nanos() + intervalNanos;
  }

  /** Writes a segment out if it is time. */
  void ifDue(@Nullable Segment current) {
    if (intervalNanos > 0 && ticker.nanos() - dueAt >= 0) {
      now(current);
    }
  }

  /** Writes a segment out, unless nothing was appended since the last time. */
  void now(@Nullable Segment segment) {
    if (intervalNanos == 0 || segment == null) {
      return;
    }
    long position = segment.position();
    if (segment != forced || position != forcedPosition) {
      try {
        segment.force();
      } catch (RuntimeException failure) {
        onFailure.accept(new IOException(failure));
      }
      forced = segment;
      forcedPosition = position;
    }
    dueAt = ticker.nanos() + intervalNanos;
  }
}
