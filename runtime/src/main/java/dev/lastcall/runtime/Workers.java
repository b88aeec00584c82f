package dev.lastcall.runtime;

import dev.lastcall.api.Finding;
import dev.lastcall.defer.CleanupThreads;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * How many threads run the cleanups: as many as were asked for, else as many as cleanups could run
 * at once, because most of a cleanup is waiting.
 *
 * <p>A few exist from the begin, for an exit that comes before the start-up is over; the others are
 * started when it is, never during the exit. A parked thread takes about 100 KB of memory, so that
 * their number is limited: decision 017. Immutable and thread-safe.
 *
 * @param asked what the application asked for
 */
record Workers(OptionalInt asked) {
  private static final int FEWEST = 8;
  private static final int MOST = 64;

  /** Returns how many threads there are before anything is known of the cleanups. */
  int first() {
    return asked.orElse(FEWEST);
  }

  /** Starts what is missing for a graph of some width, and says where that is not enough. */
  void fit(int width, CleanupThreads threads, Consumer<Finding> findings) {
    int workers = asked.orElse(Math.max(FEWEST, Math.min(MOST, width)));
    threads.grow(workers);
    if (width > workers) {
      findings.accept(
          new Finding(
              "workers-fewer-than-cleanups",
              Finding.Severity.INFO,
              width + " cleanups could run at once, but there are " + workers + " cleanup threads",
              "set workers(" + width + ") if they wait rather than compute"));
    }
  }
}
