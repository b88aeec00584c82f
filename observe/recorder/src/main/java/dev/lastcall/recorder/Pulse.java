package dev.lastcall.recorder;

import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.ExitReason;
import dev.lastcall.api.StackSample;
import dev.lastcall.defer.StackSampler;
import dev.lastcall.journal.Journal;
import dev.lastcall.recorder.Running.Place;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Leaves a sign of life each second, and while the exit runs one every 50 ms that says what runs,
 * because a process that is killed leaves no last event.
 *
 * <p>It looks at the stack of a cleanup that has run for 200 ms, and again whenever its age has
 * doubled. Its thread is started long before the exit.
 */
final class Pulse implements Runnable {
  private static final long LIFE_NANOS = 1_000_000_000L;
  private static final long PULSE_NANOS = 50_000_000L;
  private static final long FIRST_LOOK_NANOS = 200_000_000L;

  /** A look takes a safepoint; where the machine is busy that can be 20 ms. */
  private static final int MOST_LOOKS = 4;

  private static final byte[] NOTHING = new byte[0];

  /** After so many records the facts are written again. */
  private static final long MANY_RECORDS = 5_000;

  private final RecordWriter exits;
  private final Journal metrics;
  private final ExitBoard board;
  private volatile @Nullable Thread thread;
  private volatile boolean stopped;
  private long factsAt;

  Pulse(RecordWriter exits, Journal metrics, ExitBoard board) {
    this.exits = exits;
    this.metrics = metrics;
    this.board = board;
  }

  /** Has the next sign now. */
  void wake() {
    LockSupport.unpark(thread);
  }

  void stop() {
    stopped = true;
    wake();
  }

  @Override
  public void run() {
    thread = Thread.currentThread();
    while (!stopped) {
      boolean exiting = board.isExiting();
      try {
        if (exiting) {
          beat();
        } else {
          metrics.append(Kind.ALIVE, NOTHING);
        }
      } catch (Throwable noMemory) {
        // The next one may have some.
      }
      LockSupport.parkNanos(this, exiting ? PULSE_NANOS : LIFE_NANOS);
    }
  }

  private void beat() {
    exits.record(Kind.PULSE, board::write);
    repeatFacts();
    int[] looks = new int[1];
    long now = board.sinceBeginNanos();
    board
        .running()
        .each(
            place -> {
              if (looks[0] < MOST_LOOKS && isDue(place, now - place.beganNanos)) {
                looks[0]++;
                look(place);
              }
            });
  }

  private static boolean isDue(Place place, long age) {
    if (age < Math.max(FIRST_LOOK_NANOS, place.nextLookNanos)) {
      return false;
    }
    place.nextLookNanos = 2 * age;
    return true;
  }

  /** A cleanup that goes on without its thread is not where that is now. */
  private void look(Place place) {
    String name = place.name;
    Thread runner = place.thread;
    StackSample sample = runner == null ? null : StackSampler.of(runner);
    if (sample != null && isOf(sample.thread(), name)) {
      exits.record(Kind.SEEN, out -> seen(name, sample, out));
    }
  }

  private static boolean isOf(String thread, String name) {
    return thread.startsWith("lc:") && thread.regionMatches(3, name, 0, name.length());
  }

  private void seen(String name, StackSample sample, RecordBuffer out) {
    out.number(board.sinceBeginNanos()).text(name);
    OutcomeRecord.sample(sample, out);
  }

  private void repeatFacts() {
    long sequence = exits.journal().lastSequence();
    ExitEvent.Installed facts = board.facts();
    ExitReason reason = board.reason();
    if (sequence - factsAt < MANY_RECORDS || facts == null || reason == null) {
      return;
    }
    factsAt = sequence;
    exits.record(Kind.FACTS, out -> EventRecord.write(facts, out));
    exits.record(Kind.REASON, out -> EventRecord.reason(board.beganAt(), reason, out));
  }

  /** Does once what an exit does, without a trace in the journal. */
  void rehearse(RecordBuffer out) {
    board.write(out);
    StackSample sample = StackSampler.of(Thread.currentThread());
    seen("rehearsal", sample, out.clear());
  }
}
