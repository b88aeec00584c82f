package dev.lastcall.runtime;

import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.ExitPhase;
import dev.lastcall.api.ExitPlan;
import dev.lastcall.api.ExitReason;
import dev.lastcall.api.ExitReport;
import dev.lastcall.api.ExitReport.CleanupReport;
import dev.lastcall.api.ExitReport.DrainEnding;
import dev.lastcall.api.ExitReport.DrainReport;
import dev.lastcall.api.ExitReport.FlushReport;
import dev.lastcall.api.ExitReport.TargetReport;
import dev.lastcall.api.Finding;
import dev.lastcall.api.Outcome;
import dev.lastcall.api.PlainCleanup;
import dev.lastcall.api.TraceContext;
import dev.lastcall.defer.BoundedRunner;
import dev.lastcall.exit.CleanResult;
import dev.lastcall.runtime.ExitTrigger.Request;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The exit from its begin to the point where only the process's end is left: drain, clean, flush,
 * report.
 *
 * <p>Runs on one thread, started long before. No step that fails keeps the next one from running,
 * even if there is no memory left; no step is waited for beyond its deadline, and behind all of
 * them stands the {@link HaltGuard}. Used once.
 */
final class ExitSequence {
  private static final Duration CHAINED = Duration.ofSeconds(1);
  private static final Duration UNHURRIED_FLUSH = Duration.ofSeconds(2);
  private static final Duration CLOSING = Duration.ofMillis(100);
  private static final CleanResult NOTHING_CLEANED =
      new CleanResult(List.of(), List.of(), List.of());

  private final ExitSetup setup;
  private final HaltGuard guard;
  private final ExitTrigger trigger;
  private final ReserveChoice reserve;
  private final Ballast ballast = new Ballast();
  private volatile @Nullable ExitTimes times;
  private volatile @Nullable ReportDraft draft;
  private volatile @Nullable FlushReport gasped;
  private volatile @Nullable Thread runner;

  ExitSequence(ExitSetup setup, HaltGuard guard, ExitTrigger trigger) {
    this.setup = setup;
    this.guard = guard;
    this.trigger = trigger;
    this.reserve = new ReserveChoice(setup.gasp(), setup.terms());
  }

  /** When cleanups end; empty before the exit has begun. */
  Optional<Deadline> cleanDeadline() {
    return Optional.ofNullable(times).map(ExitTimes::cleanDeadline);
  }

  /** What is reserved at the end; measured anew at start-up. */
  ReserveChoice reserve() {
    return reserve;
  }

  /** Runs the exit and returns the code to end with. */
  int run(Request request, long beganNanos) {
    runner = Thread.currentThread();
    ballast.drop();
    guard.arm(
        beganNanos + Deadline.nanosOf(setup.terms().grace().length()),
        setup.terms().codes().timedOut());
    ExitPlan plan = attempt(() -> setup.coordinator().plan(), ReserveChoice.NO_PLAN);
    ExitTimes now = layOut(beganNanos, plan.demanded());
    ReportDraft report = new ReportDraft(setup, now, request.reason());
    draft = report;
    attempt(() -> begin(request, now, report, plan), request.reason());
    attempt(() -> drain(request, now, report, plan.demanded()), DrainEnding.NONE);
    CleanResult cleaned = attempt(() -> clean(now, report), NOTHING_CLEANED);
    attempt(() -> leave(request, now), false);
    FlushReport flushed = attempt(() -> flush(now, report), unknown(now));
    int code = setup.terms().codes().after(request.exitCode(), outcomes(cleaned, flushed));
    int known = request.jvmIsEnding() ? ExitReport.CHOSEN_BY_JVM : code;
    guard.code(known == ExitReport.CHOSEN_BY_JVM ? setup.terms().codes().timedOut() : known);
    attempt(
        () -> {
          phase(ExitPhase.REPORT, report);
          setup.delivery().deliver(report.whole(known, cleaned, flushed), now.haltAt());
          return true;
        },
        false);
    return code;
  }

  private ExitTimes layOut(long beganNanos, Duration demanded) {
    ExitTimes laidOut =
        ExitTimes.of(
            beganNanos,
            setup.terms().grace(),
            attempt(() -> reserve.atExit(demanded), reserve.atStart()),
            setup.ticker());
    times = laidOut;
    guard.arm(laidOut.haltAt().atNanos(), setup.terms().codes().timedOut());
    setup.gasp().arm(laidOut.cleanDeadline(), laidOut.flushEnd(), this::gasped);
    setup
        .traffic()
        .board()
        .times(beganNanos, beganNanos + Deadline.nanosOf(setup.terms().grace().length()));
    return laidOut;
  }

  private ExitReason begin(Request request, ExitTimes now, ReportDraft report, ExitPlan plan) {
    if (setup.traffic().readiness().state() == Readiness.State.STARTING) {
      setup.findings().add(notReady());
    }
    setup.traffic().readiness().ending();
    if (request.jvmIsEnding()) {
      report.reason(new ExitReason(ExitReason.Door.SHUTDOWN_HOOK, ShutdownCause.describe()));
    }
    setup.coordinator().seal(report.reason(), now.beganNanos());
    emitBegan(request, report, plan);
    return report.reason();
  }

  /** Under the trace of whoever asked for the exit, so that a recorder can tell. */
  private void emitBegan(Request request, ReportDraft report, ExitPlan plan) {
    TraceContext.Restored restored =
        attempt(() -> request.cause().restore(), TraceContext.NoTrace.INSTANCE.restore());
    try (restored) {
      setup.emit(new ExitEvent.ExitBegan(Duration.ZERO, report.reason(), plan));
    }
  }

  private DrainEnding drain(Request request, ExitTimes now, ReportDraft report, Duration demanded) {
    phase(ExitPhase.DRAIN, report);
    InFlight requests = setup.traffic().requests();
    if (request.jvmIsEnding()) {
      int inFlight = requests.inFlight();
      report.drain(new DrainReport(DrainEnding.NONE, inFlight, inFlight, 0));
      return DrainEnding.NONE;
    }
    DrainLimits limits = setup.traffic().limits();
    DrainReport drained =
        new Drain(requests, limits, setup.ticker(), LockSupport::parkNanos)
            .run(now.drainEnd(demanded, limits.preDrain()));
    report.drain(drained);
    return drained.ending();
  }

  private CleanResult clean(ExitTimes now, ReportDraft report) {
    phase(ExitPhase.CLEAN, report);
    return setup.coordinator().run(now.cleanDeadline(), now.beganNanos());
  }

  /** What follows the last cleanup, and must not cost their outcomes if it fails. */
  private boolean leave(Request request, ExitTimes now) {
    for (Runnable handler : setup.chained().apply(request.signal())) {
      chained(handler, now);
    }
    setup.traffic().endpoint().ifPresent(open -> open.close(now.haltAt().within(CLOSING)));
    return true;
  }

  private void chained(Runnable handler, ExitTimes now) {
    PlainCleanup cleanup = handler::run;
    CleanupSpec spec = CleanupSpec.named("signal-handler").within(CHAINED);
    Outcome outcome =
        BoundedRunner.on(setup.threads()).quiet().run(spec, cleanup, now.cleanDeadline());
    if (!outcome.isCompleted()) {
      setup
          .findings()
          .add(
              new Finding(
                  "signal-handler-failed",
                  Finding.Severity.WARNING,
                  "the application's own signal handler: " + outcome.word(),
                  "make its work a cleanup, and let it not call System.exit"));
    }
  }

  private FlushReport flush(ExitTimes now, ReportDraft report) {
    phase(ExitPhase.FLUSH, report);
    return setup
        .gasp()
        .flush(
            now.flushDeadline(UNHURRIED_FLUSH),
            target ->
                setup.emit(
                    new ExitEvent.TargetFlushed(report.elapsed(), target.name(), target.outcome())))
        .orElseGet(() -> awaitGasp(now));
  }

  /** Called on the gasp's thread when it has flushed without being asked to by this sequence. */
  private void gasped(FlushReport flushed) {
    gasped = flushed;
    LockSupport.unpark(runner);
    ReportDraft cut = draft;
    if (trigger.isForced() && cut != null) {
      int forced = setup.terms().codes().forced();
      attempt(
          () -> {
            setup.delivery().save(cut.cut(forced, flushed));
            return true;
          },
          false);
      guard.arm(setup.ticker().nanos(), forced);
    }
  }

  private FlushReport awaitGasp(ExitTimes now) {
    FlushReport report = gasped;
    while (report == null && !now.haltAt().isExpired()) {
      LockSupport.parkNanos(this, now.haltAt().remainingNanos());
      report = gasped;
    }
    return report == null ? unknown(now) : report;
  }

  private static FlushReport unknown(ExitTimes now) {
    return new FlushReport(now.reserve(), now.reasons(), true, List.of());
  }

  private void phase(ExitPhase phase, ReportDraft report) {
    Duration at = report.elapsed();
    report.phase(phase, at);
    setup.emit(new ExitEvent.PhaseBegan(at, phase));
  }

  private static List<Outcome> outcomes(CleanResult cleaned, FlushReport flushed) {
    return Stream.concat(
            cleaned.cleanups().stream().map(CleanupReport::outcome),
            flushed.targets().stream().map(TargetReport::outcome))
        .toList();
  }

  /** Does one step; whatever it throws, even for lack of memory, the exit goes on. */
  private <T> T attempt(Callable<T> step, T otherwise) {
    try {
      return step.call();
    } catch (Throwable failure) {
      note(failure);
      return otherwise;
    }
  }

  private void note(Throwable failure) {
    try {
      setup
          .findings()
          .add(
              new Finding(
                  "exit-step-failed",
                  Finding.Severity.ERROR,
                  "a step of the exit failed: " + failure,
                  "the steps behind it ran; please report this"));
    } catch (Throwable noMemory) {
      return;
    }
  }

  private static Finding notReady() {
    return new Finding(
        "ready-not-called",
        Finding.Severity.WARNING,
        "the exit began before ready() was called, so nothing was rehearsed",
        "call ready() when the start-up is over");
  }
}
