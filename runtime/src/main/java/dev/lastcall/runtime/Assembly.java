package dev.lastcall.runtime;

import dev.lastcall.api.Deadline.Ticker;
import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.Finding;
import dev.lastcall.api.TraceContext;
import dev.lastcall.defer.CleanupThreads;
import dev.lastcall.defer.Watchdog;
import dev.lastcall.exit.ExitCoordinator;
import dev.lastcall.exit.ExitSettings;
import dev.lastcall.flush.LastGasp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/**
 * The parts of an installation, made from the settings; nothing of it acts before {@link
 * Installation} starts it.
 *
 * @param surroundings what the process can see
 * @param trigger how an exit begins
 * @param guard how the process ends in any case
 * @param workers how many threads run the cleanups
 * @param setup what the exit needs
 * @param sequence the exit
 * @param signals the signal handlers, where the platform has them
 * @param trace the bridge to the application's tracing
 */
record Assembly(
    Surroundings surroundings,
    ExitTrigger trigger,
    HaltGuard guard,
    Workers workers,
    ExitSetup setup,
    ExitSequence sequence,
    Optional<ProcessSignals> signals,
    TraceContext trace) {

  /**
   * Checks the settings against each other and the platform, then makes the parts.
   *
   * @throws IllegalArgumentException if they do not fit
   */
  static Assembly of(Settings settings, Surroundings surroundings) {
    Ticker ticker = Ticker.system();
    Findings findings = new Findings();
    Terms terms = Terms.of(settings, surroundings, findings::add);
    DrainLimits limits = limits(settings, surroundings);
    ReportDelivery delivery = delivery(settings, surroundings, findings::add);
    LastGasp gasp = LastGasp.start(ticker);
    Duration available = orClose(gasp, () -> available(settings, terms, limits, gasp));
    Traffic traffic = orClose(gasp, () -> traffic(settings, limits, ticker));
    Workers workers = new Workers(settings.workers);
    CleanupThreads threads = CleanupThreads.start(workers.first(), Watchdog.shared());
    ExitSettings exit =
        new ExitSettings(
            available, settings.mode, settings.traceContext, told(traffic, delivery), ticker);
    ExitTrigger trigger = new ExitTrigger(ticker);
    HaltGuard guard = new HaltGuard(ticker, Terminator::halt);
    Optional<ProcessSignals> signals =
        signals(
            names -> new SignalDoor(trigger, gasp, guard, terms.codes(), ticker, names),
            findings::add);
    ExitSetup setup =
        new ExitSetup(
            ticker,
            terms,
            traffic,
            ExitCoordinator.create(threads, exit),
            threads,
            gasp,
            number -> signals.map(taken -> taken.chained(number)).orElseGet(List::of),
            delivery,
            findings);
    ExitSequence sequence = new ExitSequence(setup, guard, trigger);
    return new Assembly(
        surroundings, trigger, guard, workers, setup, sequence, signals, settings.traceContext);
  }

  private static Duration available(
      Settings settings, Terms terms, DrainLimits limits, LastGasp gasp) {
    Duration reserve = ExitTimes.whole(gasp.reserve(settings.flushReserve));
    return terms.less(reserve, limits.preDrain());
  }

  /** A refusal leaves no thread behind. */
  private static <T> T orClose(LastGasp gasp, Supplier<T> step) {
    try {
      return step.get();
    } catch (IllegalArgumentException refusal) {
      gasp.close();
      throw refusal;
    }
  }

  private static DrainLimits limits(Settings settings, Surroundings surroundings) {
    return DrainLimits.of(
        settings.preDrain, settings.quietPeriod, settings.drainAtMost, surroundings.isKubernetes());
  }

  private static ReportDelivery delivery(
      Settings settings, Surroundings surroundings, Consumer<Finding> findings) {
    return new ReportDelivery(
        ReportFile.of(settings.reportDirectory, surroundings),
        TerminationMessageFile.of(settings.terminationMessage, surroundings),
        ReportPrinter.of(surroundings, settings.quiet),
        new EventQueue(settings.recorders, settings.listeners, findings));
  }

  private static Traffic traffic(Settings settings, DrainLimits limits, Ticker ticker) {
    Traffic traffic = Traffic.of(limits, ticker);
    return settings.endpoint.isPresent()
        ? traffic.served(settings.endpoint.getAsInt(), ticker)
        : traffic;
  }

  private static Consumer<ExitEvent> told(Traffic traffic, ReportDelivery delivery) {
    return event -> {
      traffic.board().note(event);
      delivery.events().offer(event);
    };
  }

  /** A JVM made without the module jdk.unsupported has no signals to take. */
  private static Optional<ProcessSignals> signals(
      Function<Map<Integer, String>, IntPredicate> door, Consumer<Finding> findings) {
    try {
      return Optional.of(new ProcessSignals(door.apply(ProcessSignals.names()), findings));
    } catch (LinkageError missing) {
      findings.accept(
          new Finding(
              "signals-unavailable",
              Finding.Severity.ERROR,
              "this JVM has no sun.misc.Signal: " + missing,
              "add the module jdk.unsupported; until then only the JVM's own shutdown begins an"
                  + " exit"));
      return Optional.empty();
    }
  }
}
