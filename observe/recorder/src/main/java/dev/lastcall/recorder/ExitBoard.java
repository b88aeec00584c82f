package dev.lastcall.recorder;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.ExitPhase;
import dev.lastcall.api.ExitReason;
import dev.lastcall.api.Outcome;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Where the exit stands, for the pulse. Told of every event; allocates nothing. Thread-safe. */
final class ExitBoard {
  static final int OUTCOMES = 5;

  private final Deadline.Ticker ticker;
  private final Running running = new Running();
  private final AtomicIntegerArray ended = new AtomicIntegerArray(OUTCOMES);

  /** When the exit began, by our clock: never before it did, and closer with every event. */
  private final AtomicLong beganNanos = new AtomicLong();

  private volatile boolean exiting;
  private volatile boolean over;
  private volatile @Nullable ExitPhase phase;
  private volatile ExitEvent.@Nullable Installed facts;
  private volatile @Nullable ExitReason reason;
  private volatile Instant beganAt = Instant.EPOCH;

  ExitBoard(Deadline.Ticker ticker) {
    this.ticker = ticker;
  }

  void note(ExitEvent event) {
    if (event instanceof ExitEvent.CleanupBegan began) {
      running.began(began.name(), Deadline.nanosOf(began.at()), Deadline.nanosOf(began.allotted()));
    } else if (event instanceof ExitEvent.CleanupEnded end) {
      running.ended(end.name());
      ended.incrementAndGet(position(end.outcome()));
    } else if (event instanceof ExitEvent.PhaseBegan begins) {
      phase = begins.phase();
      began(ticker.nanos() - Deadline.nanosOf(begins.at()));
    } else if (event instanceof ExitEvent.ExitBegan begins) {
      beganNanos.set(ticker.nanos());
      reason = begins.reason();
      beganAt = Instant.now();
      exiting = true;
    } else if (event instanceof ExitEvent.Installed installed) {
      facts = installed;
    } else if (event instanceof ExitEvent.ExitEnded) {
      over = true;
    }
  }

  private void began(long nanos) {
    long seen = beganNanos.get();
    while (nanos - seen < 0 && !beganNanos.compareAndSet(seen, nanos)) {
      seen = beganNanos.get();
    }
  }

  /** In the order of {@link OutcomeRecord}. */
  private static int position(Outcome outcome) {
    if (outcome instanceof Outcome.Completed) {
      return 1;
    }
    if (outcome instanceof Outcome.Failed) {
      return 2;
    }
    if (outcome instanceof Outcome.TimedOut) {
      return 3;
    }
    return outcome instanceof Outcome.Abandoned ? 4 : 0;
  }

  boolean isExiting() {
    return exiting && !over;
  }

  long sinceBeginNanos() {
    return Math.max(0, ticker.nanos() - beganNanos.get());
  }

  Running running() {
    return running;
  }

  ExitEvent.@Nullable Installed facts() {
    return facts;
  }

  @Nullable ExitReason reason() {
    return reason;
  }

  Instant beganAt() {
    return beganAt;
  }

  /** Writes a pulse: see {@link Kind}. */
  void write(RecordBuffer out) {
    ExitPhase begun = phase;
    out.number(sinceBeginNanos()).octet(begun == null ? 0 : 1);
    if (begun != null) {
      out.word(begun);
    }
    for (int i = 0; i < OUTCOMES; i++) {
      out.number(ended.get(i));
    }
    int slot = out.slot();
    int[] kept = new int[1];
    running.each(
        place -> {
          int mark = out.length();
          out.text(place.name).number(place.beganNanos).number(place.allottedNanos);
          if (out.isFull()) {
            out.backTo(mark);
          } else {
            kept[0]++;
          }
        });
    out.fill(slot, kept[0]);
  }
}
