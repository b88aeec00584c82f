package dev.lastcall.durable;

import dev.lastcall.api.Deadline;
import dev.lastcall.defer.BoundedRunner;
import dev.lastcall.defer.CleanupThreads;
import dev.lastcall.defer.Watchdog;
import dev.lastcall.journal.Journal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** The parts of durable cleanups, put together. Thread-safe. */
final class Machinery implements AutoCloseable {
  private static final Duration LONGEST_CLOSE = Duration.ofMinutes(1);

  private final DurableHandlers handlers;
  private final Ledger ledger;
  private final CleanupThreads threads;
  private final Attempts attempts;
  private final Replayer replayer;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Machinery(Settings settings, DurableHandlers handlers, DurableFindings findings) {
    this.handlers = handlers;
    Journal journal = JournalOpening.open(settings, findings);
    IntentLog log =
        new IntentLog(journal, settings.capacityBytes, settings.forceEvery != null, findings);
    this.ledger = new Ledger(log, settings.mode, settings.traces, settings.clock, findings);
    this.threads = CleanupThreads.start(settings.workers, Watchdog.shared());
    this.attempts =
        new Attempts(
            ledger,
            handlers,
            BoundedRunner.on(threads),
            ticker(),
            settings.retry,
            new DeadLetters(settings.folder),
            settings.listener,
            findings);
    this.replayer = new Replayer(ledger, attempts, ticker());
  }

  static Machinery start(Settings settings, DurableHandlers handlers, DurableFindings findings) {
    Machinery machinery = new Machinery(settings, handlers, findings);
    IntentFold fold = machinery.ledger.log().read();
    machinery.ledger.takeOver(fold).forEach(machinery.replayer::add);
    if (settings.background) {
      machinery.replayer.start();
    }
    return machinery;
  }

  DurableHandlers handlers() {
    return handlers;
  }

  Ledger ledger() {
    return ledger;
  }

  Replayer replayer() {
    return replayer;
  }

  Deadline.Ticker ticker() {
    return Watchdog.shared().ticker();
  }

  LastRun lastRun() {
    return new LastRun(ledger, attempts, replayer, ticker());
  }

  DurableCleanup handle(TrackedIntent tracked) {
    return new DurableCleanup(tracked, ledger, attempts, replayer);
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      replayer.stop();
      replayer.awaitTurn(LONGEST_CLOSE);
      ledger.close();
      threads.close();
    }
  }
}
