package dev.lastcall.runtime;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.ExitReason;
import dev.lastcall.api.ExitReport;
import dev.lastcall.api.Finding;
import dev.lastcall.runtime.ExitTrigger.Request;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the exit to begin, runs it, and ends the process in the way that fits how it began.
 *
 * <p>A signal or a request: {@code System.exit}, so that other people's hooks run now, after ours.
 * Inside the JVM's own shutdown: nothing, the JVM goes on. If somebody called {@code System.exit}
 * while our exit ran: halt, because {@code System.exit} would wait for ever for the lock that the
 * other caller holds. Thread-safe.
 */
final class ExitThread implements Runnable {
  /** What other people's hooks get, counted from their start, before they are cut off by a halt. */
  private static final long OTHER_HOOKS_NANOS = 500_000_000;

  private final ExitTrigger trigger;
  private final ExitSequence sequence;
  private final ExitSetup setup;
  private volatile @Nullable ShutdownHook hook;
  private volatile boolean hooksRun;
  private volatile long hooksBeganNanos;
  private volatile boolean leaving;

  ExitThread(ExitTrigger trigger, ExitSequence sequence, ExitSetup setup) {
    this.trigger = trigger;
    this.sequence = sequence;
    this.setup = setup;
  }

  /** The hook that is taken away before we exit ourselves. */
  void hook(ShutdownHook added) {
    hook = added;
  }

  @Override
  public void run() {
    Request request = trigger.awaitPull();
    if (request != null) {
      end(request, sequence.run(request, trigger.pulledAtNanos()));
    }
  }

  private void end(Request request, int code) {
    if (trigger.isForced()) {
      Terminator.halt(setup.terms().codes().forced());
    }
    if (request.jvmIsEnding() || code == ExitReport.CHOSEN_BY_JVM) {
      trigger.finish();
      return;
    }
    leaving = true;
    if (hooksRun) {
      awaitOtherHooks();
      Terminator.halt(code);
    }
    ShutdownHook ours = hook;
    if (ours != null) {
      ours.remove();
    }
    Terminator.exit(code);
  }

  private void awaitOtherHooks() {
    Deadline settled = Deadline.at(hooksBeganNanos + OTHER_HOOKS_NANOS, setup.ticker());
    while (!settled.isExpired()) {
      LockSupport.parkNanos(this, settled.remainingNanos());
    }
  }

  /** The body of the JVM's hook: runs the exit, or waits for the one that runs; never exits. */
  void onJvmShutdown() {
    hooksBeganNanos = setup.ticker().nanos();
    hooksRun = true;
    ExitReason reason = new ExitReason(ExitReason.Door.SHUTDOWN_HOOK, "the JVM is shutting down");
    boolean first = trigger.pull(new Request(reason, ExitReport.CHOSEN_BY_JVM, 0, true));
    boolean over = leaving || trigger.done().getCount() == 0;
    if (!first && !over) {
      setup.findings().add(duringExit());
    }
    if (!leaving) {
      awaitDone();
    }
  }

  private static Finding duringExit() {
    return new Finding(
        "system-exit-during-exit",
        Finding.Severity.WARNING,
        "the JVM's shutdown began while the exit ran: " + ShutdownCause.describe(),
        "do not call System.exit from cleanups or while the process ends; its hooks raced with the"
            + " cleanups");
  }

  /**
   * What the last thread's end does: begins the exit, and keeps the JVM alive as long as it runs.
   */
  void onLastThreadEnd() {
    ExitReason reason = new ExitReason(ExitReason.Door.SHUTDOWN_HOOK, "the last thread ended");
    trigger.pull(new Request(reason, ExitReport.CHOSEN_BY_JVM, 0, false));
    awaitDone();
  }

  /** Waits until only the process's end is left; for ever if that end is ours to make. */
  void awaitDone() {
    boolean interrupted = false;
    while (trigger.done().getCount() > 0) {
      try {
        trigger.done().await();
      } catch (InterruptedException interrupt) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
