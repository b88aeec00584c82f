package dev.lastcall.audit;

import dev.lastcall.api.Deadline;
import dev.lastcall.defer.CleanupThreads;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Asks for a seal every so often, so that the end of a trail does not stay open. Thread-safe. */
final class SealTimer implements AutoCloseable {
  private final Thread thread;
  private volatile boolean closed;

  private SealTimer(RunLog log, Duration interval) {
    thread = CleanupThreads.startDaemon("lc:audit-seal", () -> run(log, interval));
  }

  static SealTimer start(RunLog log, Duration interval) {
    return new SealTimer(log, interval);
  }

  private void run(RunLog log, Duration interval) {
    while (!closed) {
      Deadline next = Deadline.after(interval);
      while (!closed && !next.isExpired()) {
        LockSupport.parkNanos(this, next.remainingNanos());
      }
      log.seal();
    }
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }
}
