package dev.lastcall.recorder;

import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.ExitReason;
import dev.lastcall.api.StackSample;
import dev.lastcall.defer.StackSampler;
import dev.lastcall.journal.Journal;
import dev.lastcall.recorder.Running.Place;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
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
  private int looks;
  private String seenName = "";
  private @Nullable StackSample seenSample;

  /** Made here, because a lambda that is linked in the exit costs 20 ms of a busy machine. */
  private final Consumer<RecordBuffer> pulse;

  private final Consumer<RecordBuffer> seen = this::writeSeen;
  private final Consumer<RecordBuffer> facts = this::writeFacts;
  private final Consumer<RecordBuffer> reason = this::writeReason;
  private final Consumer<Place> viewer = this::view;

  Pulse(RecordWriter exits, Journal metrics, ExitBoard board) {
    this.exits = exits;
    this.metrics = metrics;
    this.board = board;
    this.pulse = board::write;
    this.factsAt = exits.journal().lastSequence();
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
    exits.record(Kind.PULSE, pulse);
    repeatFacts();
    looks = 0;
    board.running().each(viewer);
  }

  private void view(Place place) {
    if (looks < MOST_LOOKS && isDue(place, board.sinceBeginNanos() - place.beganNanos)) {
      looks++;
      look(place);
    }
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
      seenName = name;
      seenSample = sample;
      exits.record(Kind.SEEN, seen);
    }
  }

  private static boolean isOf(String thread, String name) {
    return thread.startsWith("lc:") && thread.regionMatches(3, name, 0, name.length());
  }

  private void writeSeen(RecordBuffer out) {
    out.number(board.sinceBeginNanos()).text(seenName);
    OutcomeRecord.sample(seenSample, out);
  }

  private void writeFacts(RecordBuffer out) {
    ExitEvent.Installed known = board.facts();
    if (known != null) {
      EventRecord.write(known, out);
    }
  }

  private void writeReason(RecordBuffer out) {
    ExitReason known = board.reason();
    if (known != null) {
      EventRecord.reason(board.beganAt(), known, out);
    }
  }

  private void repeatFacts() {
    long sequence = exits.journal().lastSequence();
    if (sequence - factsAt >= MANY_RECORDS && board.facts() != null && board.reason() != null) {
      factsAt = sequence;
      exits.record(Kind.FACTS, facts);
      exits.record(Kind.REASON, reason);
    }
  }

  /** Does once what an exit does, without a trace in the journal; before the thread has to. */
  void rehearse(RecordBuffer out) {
    pulse.accept(out);
    isOf(Thread.currentThread().getName(), "rehearsal");
    seen.accept(out.clear());
    facts.accept(out.clear());
    reason.accept(out.clear());
  }
}
