package dev.lastcall.recorder;

import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.ExitEvent.ExitBegan;
import dev.lastcall.api.ExitEvent.ExitEnded;
import dev.lastcall.api.ExitPlan;
import dev.lastcall.journal.Journal;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts records into the journal of the exits from any thread; never throws and waits for nobody.
 *
 * <p>Thread-safe.
 */
final class RecordWriter {
  /** One for each of the threads that may encode at once; more only if they are held up in it. */
  private static final int SMALL = 64;

  private static final int SMALL_BYTES = 4 * 1024;

  /** The plan of the start-up, that of the exit, and two reports if a second signal cuts it. */
  private static final int LARGE = 2;

  private final Journal journal;
  private final Buffers small = new Buffers(SMALL, SMALL_BYTES);
  private final Buffers large;
  private final AtomicInteger lost = new AtomicInteger();

  RecordWriter(Journal journal, int largestPayload) {
    this.journal = journal;
    this.large = new Buffers(LARGE, largestPayload);
  }

  void event(ExitEvent event) {
    RecordBuffer buffer = EventRecord.isLarge(event) ? large.take() : null;
    if (buffer == null) {
      buffer = small.take();
    }
    if (buffer == null) {
      lost.incrementAndGet();
      return;
    }
    try {
      EventRecord.write(event, buffer);
      append(EventRecord.kind(event), buffer);
      ExitPlan plan = planOf(event);
      if (plan != null) {
        PlanRecord.write(plan, buffer.clear());
        append(Kind.PLAN, buffer);
      }
    } catch (Throwable noMemory) {
      lost.incrementAndGet();
      over(event, buffer);
    } finally {
      giveBack(buffer);
    }
  }

  private static @Nullable ExitPlan planOf(ExitEvent event) {
    if (event instanceof ExitBegan began) {
      return began.plan();
    }
    return event instanceof ExitEvent.Ready ready ? ready.plan() : null;
  }

  /** What can be said of the end without any memory. */
  private void over(ExitEvent event, RecordBuffer buffer) {
    if (event instanceof ExitEnded ended) {
      buffer.clear().time(ended.report().workDone()).number(ended.report().exitCode());
      append(Kind.EXIT_OVER, buffer);
    }
  }

  /** Writes a small record. */
  void record(int kind, Consumer<RecordBuffer> contents) {
    RecordBuffer buffer = small.take();
    if (buffer == null) {
      return;
    }
    try {
      contents.accept(buffer);
      append(kind, buffer);
    } catch (Throwable noMemory) {
      lost.incrementAndGet();
    } finally {
      giveBack(buffer);
    }
  }

  /** Encodes an event and forgets it, so that no class is loaded for it when it counts. */
  void rehearse(ExitEvent event) {
    RecordBuffer buffer = EventRecord.isLarge(event) ? large.take() : small.take();
    if (buffer != null) {
      EventRecord.kind(event);
      EventRecord.write(event, buffer);
      ExitPlan plan = planOf(event);
      if (plan != null) {
        PlanRecord.write(plan, buffer.clear());
      }
      giveBack(buffer);
    }
  }

  private void append(int kind, RecordBuffer buffer) {
    journal.append(kind, buffer.bytes(), 0, buffer.length());
  }

  private void giveBack(RecordBuffer buffer) {
    small.giveBack(buffer);
    large.giveBack(buffer);
  }

  /** How many records could not be encoded. */
  int lost() {
    return lost.get();
  }

  Journal journal() {
    return journal;
  }
}
