package dev.lastcall.runtime;

import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.ExitReason;
import dev.lastcall.api.ExitReport;
import dev.lastcall.api.Mode;
import dev.lastcall.api.TraceContext;
import dev.lastcall.defer.CleanupThreads;
import dev.lastcall.exit.ExitCoordinator;
import dev.lastcall.exit.ExitSettings;
import dev.lastcall.flush.LastGasp;
import dev.lastcall.report.ReportJson;
import dev.lastcall.report.ReportText;
import dev.lastcall.report.TerminationMessage;
import dev.lastcall.runtime.ExitTrigger.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs a whole exit of nothing at start-up, so that no class is loaded and no lambda linked for the
 * first time while the real one runs.
 *
 * <p>Cold code costs 10 to 35 ms where the work is 0.1 ms. Stateless; leaves nothing behind.
 */
final class Rehearsal {
  private static final Duration ENOUGH = Duration.ofSeconds(10);

  private Rehearsal() {}

  static void run(ExitSetup real) {
    EventQueue events = new EventQueue(List.of(event -> {}), List.of(event -> {}), finding -> {});
    CleanupThreads.startDaemon("lc:rehearsal", events);
    try (LastGasp gasp = LastGasp.start(real.ticker())) {
      gasp.add("rehearsal", deadline -> {});
      ExitSetup sample = sample(real, gasp, events);
      CleanupSpec first = CleanupSpec.named("rehearsal");
      sample.coordinator().defer(first, context -> context.deadline().remaining());
      sample
          .coordinator()
          .defer(CleanupSpec.named("rehearsal-2").after("rehearsal"), context -> {});
      ExitReason reason = new ExitReason(ExitReason.Door.REQUEST, "rehearsal");
      HaltGuard guard = new HaltGuard(real.ticker(), code -> {});
      new ExitSequence(sample, guard, new ExitTrigger(real.ticker()))
          .run(new Request(reason, 0, 0, false), real.ticker().nanos());
    } finally {
      events.stop();
    }
    render(SampleReport.of(real.terms().process()), real.delivery().printer());
    ShutdownCause.describe();
  }

  private static ExitSetup sample(ExitSetup real, LastGasp gasp, EventQueue events) {
    Traffic traffic =
        Traffic.of(new DrainLimits(Duration.ZERO, Duration.ZERO, ENOUGH), real.ticker());
    traffic.requests().begin().close();
    ExitSettings settings =
        new ExitSettings(
            ENOUGH,
            Mode.PERMISSIVE,
            TraceContext.none(),
            event -> {
              traffic.board().note(event);
              events.offer(event);
            },
            real.ticker());
    return new ExitSetup(
        real.ticker(),
        real.terms(),
        traffic,
        ExitCoordinator.create(real.threads(), settings),
        real.threads(),
        gasp,
        signal -> handlers(real),
        new ReportDelivery(
            Optional.empty(), Optional.empty(), real.delivery().printer().silent(), events),
        new Findings());
  }

  private static List<Runnable> handlers(ExitSetup real) {
    List<Runnable> handlers = new ArrayList<>(real.chained().apply(0));
    handlers.add(() -> {});
    return handlers;
  }

  /** Writes one of everything; the length is only used so that nothing is optimised away. */
  private static void render(ExitReport report, ReportPrinter printer) {
    int length =
        ReportJson.text(report).length()
            + TerminationMessage.of(report).length()
            + ReportText.render(report, printer.width(), printer.colour()).length();
    if (length == 0) {
      throw new IllegalStateException("an empty report");
    }
  }
}
