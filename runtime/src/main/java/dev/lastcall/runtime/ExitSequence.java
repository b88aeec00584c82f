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
import dev.lastcall.exit.CleanResult;
import dev.lastcall.runtime.ExitTrigger.Request;
import java.time.Duration;
import java.time.Instant;
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
  private static final DrainReport NOT_DRAINED = new DrainReport(DrainEnding.NONE, 0, 0, 0);

  private final ExitSetup setup;
  private final HaltGuard guard;
  private final PhaseLog phases = new PhaseLog();
  private volatile @Nullable ExitTimes times;
  private volatile @Nullable FlushReport gasped;
  private volatile @Nullable Thread runner;

  ExitSequence(ExitSetup setup, HaltGuard guard) {
    this.setup = setup;
    this.guard = guard;
  }

  /** When cleanups end; empty before the exit has begun. */
  Optional<Deadline> cleanDeadline() {
    return Optional.ofNullable(times).map(ExitTimes::cleanDeadline);
  }

  /** Runs the exit and returns the code to end with. */
  int run(Request request, long beganNanos) {
    runner = Thread.currentThread();
    ExitTimes now = layOut(beganNanos);
    Instant beganAt = Instant.now().minus(now.since(setup.ticker().nanos()));
    ExitReason reason = attempt(() -> begin(request, now), request.reason());
    DrainReport drain = attempt(() -> drain(request, now), NOT_DRAINED);
    CleanResult cleaned = attempt(() -> clean(request, now), NOTHING_CLEANED);
    FlushReport flushed = attempt(() -> flush(now), unknown(now));
    int code = setup.terms().codes().after(request.exitCode(), outcomes(cleaned, flushed));
    int reported = request.jvmIsEnding() ? ExitCodes.CHOSEN_BY_JVM : code;
    guard.code(request.jvmIsEnding() ? setup.terms().codes().timedOut() : code);
    attempt(
        () -> {
          phase(ExitPhase.REPORT, now);
          Facts facts = new Facts(reason, beganAt, reported, drain, cleaned, flushed);
          setup.delivery().deliver(report(facts, now), now.haltAt());
          return true;
        },
        false);
    return code;
  }

  /** Arms what ends the process in any case, before anything else can go wrong. */
  private ExitTimes layOut(long beganNanos) {
    long end = beganNanos + Deadline.nanosOf(setup.terms().grace().length());
    guard.arm(end, setup.terms().codes().timedOut());
    ExitTimes laidOut =
        ExitTimes.of(
            beganNanos,
            setup.terms().grace(),
            setup.gasp().reserve(setup.terms().flushReserve()),
            setup.ticker());
    times = laidOut;
    guard.arm(laidOut.haltAt().atNanos(), setup.terms().codes().timedOut());
    setup.gasp().arm(laidOut.cleanDeadline(), laidOut.flushEnd(), this::gasped);
    setup.traffic().board().times(beganNanos, end);
    return laidOut;
  }

  private ExitReason begin(Request request, ExitTimes now) {
    setup.traffic().readiness().ending();
    ExitReason reason =
        request.jvmIsEnding()
            ? new ExitReason(ExitReason.Door.SHUTDOWN_HOOK, ShutdownCause.describe())
            : request.reason();
    setup.coordinator().seal(reason, now.beganNanos());
    setup.emit(new ExitEvent.ExitBegan(Duration.ZERO, reason, setup.coordinator().plan()));
    return reason;
  }

  private DrainReport drain(Request request, ExitTimes now) {
    phase(ExitPhase.DRAIN, now);
    if (request.jvmIsEnding()) {
      int inFlight = setup.traffic().requests().inFlight();
      return new DrainReport(DrainEnding.NONE, inFlight, inFlight, 0);
    }
    ExitPlan plan = setup.coordinator().plan();
    Deadline latest = now.cleanDeadline().lessReserve(plan.demanded());
    Deadline kept = Deadline.at(now.beganNanos(), setup.ticker());
    Deadline bound = later(latest, planned(kept));
    return new Drain(
            setup.traffic().requests(),
            setup.traffic().limits(),
            setup.ticker(),
            LockSupport::parkNanos)
        .run(bound.compareTo(now.cleanDeadline()) < 0 ? bound : now.cleanDeadline());
  }

  /** The end of the pre-drain delay, which the plan has kept free. */
  private Deadline planned(Deadline began) {
    return Deadline.at(
        began.atNanos() + Deadline.nanosOf(setup.traffic().limits().preDrain()), setup.ticker());
  }

  private static Deadline later(Deadline one, Deadline other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  private CleanResult clean(Request request, ExitTimes now) {
    phase(ExitPhase.CLEAN, now);
    CleanResult result = setup.coordinator().run(now.cleanDeadline(), now.beganNanos());
    for (Runnable handler : setup.chained().apply(request.signal())) {
      chained(handler, now);
    }
    setup.traffic().endpoint().ifPresent(open -> open.close(now.cleanDeadline().within(CLOSING)));
    return result;
  }

  private void chained(Runnable handler, ExitTimes now) {
    PlainCleanup cleanup = handler::run;
    CleanupSpec spec = CleanupSpec.named("signal-handler").within(CHAINED);
    Outcome outcome = setup.runner().run(spec, cleanup, now.cleanDeadline());
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

  private FlushReport flush(ExitTimes now) {
    phase(ExitPhase.FLUSH, now);
    Optional<FlushReport> graceful =
        setup.gasp().flush(flushDeadline(now), target -> flushed(target, now));
    return now.whole(graceful.orElseGet(() -> awaitGasp(now)));
  }

  /** While there is time the flush gets more of it than it would have at the very end. */
  private Deadline flushDeadline(ExitTimes now) {
    long slice = now.flushEnd().atNanos() - now.cleanDeadline().atNanos();
    long length = Math.max(slice, Deadline.nanosOf(UNHURRIED_FLUSH));
    long end = Math.min(now.flushEnd().atNanos(), setup.ticker().nanos() + length);
    return Deadline.at(end, setup.ticker());
  }

  private void flushed(TargetReport target, ExitTimes now) {
    setup.emit(new ExitEvent.TargetFlushed(elapsed(now), target.name(), target.outcome()));
  }

  /** Called on the gasp's thread when it has flushed because the deadline came. */
  private void gasped(FlushReport report) {
    gasped = report;
    LockSupport.unpark(runner);
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

  private void phase(ExitPhase phase, ExitTimes now) {
    Duration at = elapsed(now);
    phases.begin(phase, at);
    setup.emit(new ExitEvent.PhaseBegan(at, phase));
  }

  private Duration elapsed(ExitTimes now) {
    return now.since(setup.ticker().nanos());
  }

  private static List<Outcome> outcomes(CleanResult cleaned, FlushReport flushed) {
    return Stream.concat(
            cleaned.cleanups().stream().map(CleanupReport::outcome),
            flushed.targets().stream().map(TargetReport::outcome))
        .toList();
  }

  /** What the report is made of beside the setup. */
  private record Facts(
      ExitReason reason,
      Instant beganAt,
      int exitCode,
      DrainReport drain,
      CleanResult cleaned,
      FlushReport flushed) {}

  private ExitReport report(Facts facts, ExitTimes now) {
    Duration done = elapsed(now);
    setup.findings().addAll(facts.cleaned().findings());
    return new ExitReport(
        setup.terms().process(),
        facts.reason(),
        setup.terms().mode(),
        setup.terms().grace(),
        facts.beganAt(),
        done,
        facts.exitCode(),
        phases.until(done),
        facts.drain(),
        facts.cleaned().cleanups(),
        facts.cleaned().criticalPath(),
        facts.flushed(),
        setup.findings().list());
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
}
