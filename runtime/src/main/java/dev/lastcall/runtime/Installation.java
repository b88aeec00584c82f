package dev.lastcall.runtime;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.ExitPlan;
import dev.lastcall.api.ExitReason;
import dev.lastcall.api.Finding;
import dev.lastcall.api.Outcome;
import dev.lastcall.api.PlainCleanup;
import dev.lastcall.api.TraceContext;
import dev.lastcall.defer.Bounded;
import dev.lastcall.defer.BoundedRunner;
import dev.lastcall.defer.CleanupThreads;
import dev.lastcall.exit.ExitCoordinator;
import dev.lastcall.exit.PlanRefusedException;
import dev.lastcall.flush.LastGasp;
import dev.lastcall.runtime.ExitTrigger.Request;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Everything that is in place while the process lives, put together and taken apart again: threads,
 * signal handlers, the hook.
 *
 * <p>Thread-safe.
 */
final class Installation {

  /** Three rounds, the first of them cold: on a busy machine that can take seconds a target. */
  private static final Duration REHEARSAL = Duration.ofSeconds(15);

  private static final Duration WARM_UP = Duration.ofSeconds(2);
  private static final Duration CLOSING = Duration.ofMillis(500);

  private final Assembly parts;
  private final ExitThread exitThread;
  private final ShutdownHook hook;
  private final WarmUp warmUp;

  /**
   * Starts what was put together.
   *
   * @throws IllegalStateException if the JVM is already shutting down
   */
  Installation(Assembly parts) {
    this.parts = parts;
    this.exitThread = new ExitThread(parts.trigger(), parts.sequence(), parts.setup());
    this.hook = ShutdownHook.add(exitThread::onJvmShutdown);
    this.warmUp =
        new WarmUp(
            Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .orElseGet(ClassLoader::getSystemClassLoader),
            parts.setup().findings()::add);
    exitThread.hook(hook);
    try {
      startThreads();
      recordInstalled();
      takeSignals();
    } catch (Throwable failure) {
      remove(); // the hook would wait for a thread that was never started
      throw failure;
    }
  }

  private void startThreads() {
    ReportDelivery delivery = parts.setup().delivery();
    CleanupThreads.startDaemon("lc:exit", exitThread);
    CleanupThreads.startDaemon("lc:halt", parts.guard());
    CleanupThreads.startDaemon("lc:events", delivery.events());
    CleanupThreads.startDaemon("lc:print", delivery.printer());
    CleanupThreads.startDaemon("lc:warm-up", warmUp);
    parts
        .setup()
        .traffic()
        .endpoint()
        .ifPresent(open -> CleanupThreads.startDaemon("lc:endpoint", open));
    CleanupThreads.startKeeper(
        "lc:keeper",
        new LastThread(exitThread::onLastThreadEnd, () -> parts.trigger().done().getCount() == 0));
  }

  /** Before any signal is taken, so that no exit comes before it. */
  private void recordInstalled() {
    Terms terms = parts.setup().terms();
    parts
        .setup()
        .delivery()
        .events()
        .record(
            new ExitEvent.Installed(Duration.ZERO, terms.process(), terms.grace(), terms.mode()));
  }

  private void takeSignals() {
    SignalMask mask = SignalMask.of(parts.surroundings());
    parts.signals().ifPresent(signals -> signals.take(mask::isIgnored));
    SelfCheck.check(
        parts.surroundings(), parts.setup().terms().process().pid(), parts.setup().findings()::add);
  }

  /** Ends the start-up; see {@link Lastcall#ready()}. */
  void ready() {
    ExitSetup setup = parts.setup();
    Findings findings = setup.findings();
    refuseAfterRemoval("ready");
    findings.addAll(setup.coordinator().ready());
    if (parts.trigger().isPulled()) {
      return; // a rehearsal would only take threads from the exit
    }
    parts.workers().fit(setup.coordinator().width(), setup.threads(), findings::add);
    findings.addAll(setup.gasp().rehearse(Deadline.after(REHEARSAL)));
    Rehearsal.run(setup);
    findings.addAll(setup.threads().findings());
    warmUp.await(Deadline.after(WARM_UP));
    parts.signals().ifPresent(ProcessSignals::retake);
    parts.sequence().reserve().measure();
    EventQueue events = setup.delivery().events();
    ExitPlan plan = setup.coordinator().plan();
    events.record(new ExitEvent.Ready(Duration.ZERO, plan));
    findings.addAll(events.findings());
    setup.traffic().readiness().started();
    printStart(plan);
  }

  private void printStart(ExitPlan plan) {
    ExitSetup setup = parts.setup();
    String serious =
        setup.findings().list().stream()
            .filter(finding -> finding.severity() != Finding.Severity.INFO)
            .map(
                finding ->
                    "\nlastcall: "
                        + finding.severity()
                        + ' '
                        + finding.message()
                        + "; "
                        + finding.advice())
            .collect(Collectors.joining());
    String start =
        String.format(
            Locale.ROOT,
            "lastcall: grace period %.1f s (%s); %d cleanups, critical path %.1f s of %.1f s: %s",
            seconds(setup.terms().grace().length()),
            setup.terms().grace().source(),
            plan.nodes().size(),
            seconds(plan.demanded()),
            seconds(plan.available()),
            plan.verdict().words());
    setup.delivery().printer().print(start + serious);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  Assembly parts() {
    return parts;
  }

  void exit(int code) {
    ExitReason reason =
        new ExitReason(
            ExitReason.Door.REQUEST, "exit(" + code + ") by " + Thread.currentThread().getName());
    parts.trigger().pull(new Request(reason, code, 0, false, cause()));
  }

  /** The caller's trace; a bridge that fails must not keep the exit from beginning. */
  private TraceContext.Captured cause() {
    try {
      return parts.trace().capture();
    } catch (RuntimeException | Error broken) {
      return TraceContext.NoTrace.INSTANCE;
    }
  }

  void awaitExit() throws InterruptedException {
    parts.trigger().done().await();
  }

  /** Where cleanups are registered, as long as there is an exit to come. */
  ExitCoordinator coordinator(String call) {
    refuseAfterRemoval(call);
    return parts.setup().coordinator();
  }

  /** Where flush targets are registered, as long as there is an exit to come. */
  LastGasp gasp(String call) {
    refuseAfterRemoval(call);
    return parts.setup().gasp();
  }

  private void refuseAfterRemoval(String call) {
    if (parts.trigger().isWithdrawn()) {
      throw new IllegalStateException(
          Arguments.text(call, "after uninstall()", "a call before it"));
    }
  }

  /** See {@link dev.lastcall.api.Cleanups#closing}. */
  <T extends AutoCloseable> T closing(CleanupSpec spec, T resource) {
    PlainCleanup close = resource::close;
    try {
      coordinator("closing").defer(spec, close);
      return resource;
    } catch (PlanRefusedException misfit) {
      throw misfit;
    } catch (IllegalStateException tooLate) {
      closeLate(spec, close, tooLate);
      throw tooLate;
    }
  }

  private void closeLate(CleanupSpec spec, PlainCleanup close, IllegalStateException tooLate) {
    if (parts.trigger().isWithdrawn()) { // and the threads are gone
      try {
        Bounded.run(spec.timeout(), close);
      } catch (Throwable failure) {
        tooLate.addSuppressed(failure);
      }
      return;
    }
    Outcome outcome = BoundedRunner.on(parts.setup().threads()).run(spec, close, lateDeadline());
    if (outcome instanceof Outcome.Failed failed) {
      tooLate.addSuppressed(failed.cause());
    } else if (!outcome.isCompleted()) {
      tooLate.addSuppressed(new TimeoutException(spec.name() + " " + outcome.word()));
    }
  }

  /** When a latecomer must have been closed. */
  private Deadline lateDeadline() {
    return parts
        .sequence()
        .cleanDeadline()
        .orElseGet(() -> Deadline.after(parts.setup().terms().grace().length()));
  }

  /**
   * Takes everything away.
   *
   * @throws IllegalStateException if an exit has begun
   */
  void remove() {
    if (!parts.trigger().withdraw()) {
      throw new IllegalStateException(
          Arguments.text("uninstall", "during the exit", "a call before the exit begins"));
    }
    parts.signals().ifPresent(ProcessSignals::giveBack);
    hook.remove();
    parts.guard().stop();
    ReportDelivery delivery = parts.setup().delivery();
    delivery.events().stop();
    delivery.printer().stop();
    parts.setup().traffic().endpoint().ifPresent(open -> open.close(Deadline.after(CLOSING)));
    parts.setup().gasp().close();
    parts.setup().threads().close();
  }
}
