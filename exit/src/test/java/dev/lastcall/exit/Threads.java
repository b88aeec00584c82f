package dev.lastcall.exit;

import dev.lastcall.api.Deadline;
import dev.lastcall.defer.CleanupThreads;
import dev.lastcall.defer.Watchdog;

/** Cleanup threads of the tests: started once, because every coordinator may share them. */
final class Threads {
  static final CleanupThreads EIGHT = CleanupThreads.start(8, Watchdog.shared());

  private Threads() {}

  /** Threads for a test with a clock of its own, which runs nothing or only what ends at once. */
  static CleanupThreads on(Deadline.Ticker ticker) {
    return CleanupThreads.start(1, Watchdog.start(ticker));
  }
}
