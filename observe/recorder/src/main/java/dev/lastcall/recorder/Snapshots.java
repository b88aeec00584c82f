package dev.lastcall.recorder;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.Finding;
import dev.lastcall.defer.Bounded;
import dev.lastcall.journal.Journal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes a snapshot of the metrics at intervals and puts it into the journal, in as many records as
 * it needs.
 *
 * <p>One thread, one snapshot at a time: where the application's code hangs, the snapshots stop and
 * nothing piles up. Used once.
 */
final class Snapshots implements Runnable {
  private static final Duration LONGEST_BOUND = Duration.ofSeconds(10);

  /** For the numbers before the part of a text. */
  private static final int HEAD = 30;

  private final Journal journal;
  private final Duration interval;
  private final Duration bound;
  private final Supplier<String> source;
  private final RecordBuffer buffer;
  private final int largest;
  private final Deadline.Ticker ticker;
  private volatile @Nullable Thread thread;
  private volatile boolean stopped;
  private volatile @Nullable String trouble;
  private volatile @Nullable Deadline due;
  private long number;

  /**
   * Makes what takes the snapshots.
   *
   * @param largest the longest text that is kept, in bytes
   */
  Snapshots(
      Journal journal,
      Duration interval,
      Supplier<String> source,
      int largest,
      int largestPayload,
      Deadline.Ticker ticker) {
    this.journal = journal;
    this.interval = interval;
    this.bound = interval.compareTo(LONGEST_BOUND) < 0 ? interval : LONGEST_BOUND;
    this.source = source;
    this.largest = largest;
    this.buffer = new RecordBuffer(largestPayload);
    this.ticker = ticker;
  }

  void stop() {
    stopped = true;
    LockSupport.unpark(thread);
  }

  @Override
  public void run() {
    thread = Thread.currentThread();
    while (!stopped) {
      Deadline next = Deadline.after(interval, ticker);
      try {
        due = Deadline.after(bound.plus(bound), ticker);
        take();
      } catch (TimeoutException late) {
        trouble = "did not return within " + bound;
      } catch (Throwable failure) {
        trouble = "threw " + failure;
      } finally {
        due = null;
      }
      while (!stopped && !next.isExpired()) {
        LockSupport.parkNanos(this, next.remainingNanos());
      }
    }
  }

  private void take() throws Exception {
    String[] text = new String[1];
    Bounded.run(bound, () -> text[0] = source.get());
    byte[] bytes = Arguments.given("snapshot", text[0]).getBytes(StandardCharsets.UTF_8);
    if (bytes.length > largest) {
      throw Arguments.refusal("snapshot", bytes.length + " bytes", "at most " + largest);
    }
    write(bytes);
  }

  private void write(byte[] bytes) {
    int room = buffer.bytes().length - HEAD;
    int parts = Math.max(1, (bytes.length + room - 1) / room);
    number++;
    for (int part = 0; part < parts; part++) {
      int from = part * room;
      buffer.clear().number(number).number(part).number(parts);
      buffer.raw(bytes, from, Math.min(room, bytes.length - from));
      journal.append(Kind.METRICS, buffer.bytes(), 0, buffer.length());
    }
  }

  /** What a person should know. */
  Optional<Finding> finding() {
    Deadline late = due;
    String what = late != null && late.isExpired() ? "has not returned for " + bound : trouble;
    return what == null
        ? Optional.empty()
        : Optional.of(
            new Finding(
                "metrics-snapshot-failed",
                Finding.Severity.WARNING,
                "what makes the text of the metrics " + what,
                "mend it; until then the last metrics of a killed process are older"));
  }
}
