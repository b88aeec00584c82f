package dev.lastcall.audit;

import dev.lastcall.spool.Spool;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Puts runs on record on the caller's thread; it never throws and waits for nothing. Thread-safe.
 */
final class RunLog {
  private static final byte[] NOTHING = new byte[0];

  private final Spool spool;
  private final RunText text;
  private final InstantSource clock;
  private final AtomicLong lost = new AtomicLong();
  private final AtomicLong lostInAll = new AtomicLong();
  private final AtomicBoolean isUnsealed = new AtomicBoolean();

  RunLog(Spool spool, Origin origin, InstantSource clock) {
    this.spool = spool;
    this.text = new RunText(origin);
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  String nextRun() {
    return text.nextRun();
  }

  /** Appends a line; false if it could not be kept, whatever the reason. */
  boolean append(LineType type, Function<RunText, byte[]> line) {
    try {
      if (offer(type, line.apply(text))) {
        isUnsealed.set(true);
        sayWhatWasLost();
        return true;
      }
    } catch (Throwable noMemory) {
      // The cleanup is worth more than its line; the line is counted as lost.
    }
    lost.incrementAndGet();
    lostInAll.incrementAndGet();
    return false;
  }

  private void sayWhatWasLost() {
    long count = lost.getAndSet(0);
    if (count > 0 && !offer(LineType.LOST, text.lost(now(), count))) {
      lost.addAndGet(count);
    }
  }

  /** Asks for a seal, if there is anything to seal since it was asked last. */
  void seal() {
    if (isUnsealed.getAndSet(false) && !offer(LineType.SEAL, NOTHING)) {
      isUnsealed.set(true);
    }
  }

  private boolean offer(LineType type, byte[] bytes) {
    return spool.offer(type.recordType(), bytes, 0, bytes.length);
  }

  long lost() {
    return lostInAll.get();
  }
}
