package dev.lastcall.defer;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.StackSample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Samples of all threads that a step waits for, taken together when the first is asked for.
 *
 * <p>A sample takes a safepoint, and a safepoint takes until every thread has had a processor:
 * where eight cleanups spin on two of them that was 5 to 20 ms each (JDK 17). A sample is given out
 * once, and none that is older than 2 ms. Used by one hand of the watchdog.
 */
final class StackSamples {
  private static final Deadline.Ticker CLOCK = Deadline.Ticker.system();
  private static final long FRESH_NANOS = 2_000_000;

  private final WatchedList watched;
  private final Map<Thread, StackSample> taken = new HashMap<>();
  private long takenAtNanos;

  /** Will take samples of the threads of those in the list that have a step. */
  StackSamples(WatchedList watched) {
    this.watched = watched;
  }

  /** Where a thread is; never throws. */
  StackSample of(Thread thread) {
    try {
      if (CLOCK.nanos() - takenAtNanos > FRESH_NANOS) {
        taken.clear();
      }
      if (!taken.containsKey(thread)) {
        take(thread);
      }
      StackSample sample = taken.remove(thread);
      return sample == null ? StackSampler.of(thread) : sample;
    } catch (Throwable noMemory) {
      return StackSampler.of(thread);
    }
  }

  private void take(Thread thread) {
    List<Thread> threads = new ArrayList<>();
    threads.add(thread);
    for (WatchedList.Node node = watched.first(); node != null; node = node.next) {
      Thread other = node.watched.hasStep() ? node.watched.thread() : null;
      if (other != null && other != thread) {
        threads.add(other);
      }
    }
    taken.clear();
    if (threads.size() > 1) {
      StackSampler.sample(threads, taken);
      takenAtNanos = CLOCK.nanos();
    }
  }

  /** Takes a sample in both ways, so that no class of theirs is loaded when it counts. */
  void rehearse(Thread thread) {
    StackSampler.of(thread);
    StackSampler.sample(List.of(thread), taken);
    taken.clear();
  }
}
