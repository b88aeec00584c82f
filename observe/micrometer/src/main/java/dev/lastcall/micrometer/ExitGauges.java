package dev.lastcall.micrometer;

import dev.lastcall.api.Deadline.Ticker;
import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.ExitPhase;
import dev.lastcall.api.ExitPlan;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The gauges of the exit to come or under way, worked out when they are read. Thread-safe. */
final class ExitGauges {
  /** What {@code lastcall.phase} says before there is a phase. */
  private static final List<String> BEFORE = List.of("starting", "serving");

  private final MeterRegistry registry;
  private final List<Meter> meters = new ArrayList<>();
  private final ExitState state;
  private final PlanView plan;

  ExitGauges(MeterRegistry registry, Ticker ticker) {
    this.registry = registry;
    this.state = new ExitState(ticker);
    this.plan = new PlanView(ticker, state::hasBegun);
    gauge("lastcall.cleanups.registered", "Cleanups in the exit graph", this::registered);
    gauge("lastcall.cleanups.running", "Cleanups of the exit that run now", state::running);
    seconds(
        "lastcall.plan.critical.path",
        "Longest chain of bounds in the exit graph",
        () -> seconds(plan.now(), true));
    seconds(
        "lastcall.plan.available",
        "What the cleanups have in all, the grace period less drain and reserve",
        () -> seconds(plan.now(), false));
    seconds("lastcall.grace.period", "What the platform allows", state::graceSeconds);
    seconds(
        "lastcall.grace.left",
        "What is left of the grace period; all of it before the exit",
        state::graceLeftSeconds);
    for (String word : phases()) {
      word("lastcall.phase", "1 for the phase that the process is in", "phase", word, state::phase);
    }
    for (String word : ExitState.OUTCOMES) {
      word(
          "lastcall.exit.outcome",
          "1 for what became of the exit, all 0 before it",
          "outcome",
          word,
          state::outcome);
    }
  }

  void plan(Supplier<ExitPlan> source) {
    plan.source(source);
  }

  void note(ExitEvent event) {
    plan.note(event);
    state.note(event);
  }

  void close() {
    meters.forEach(registry::remove);
  }

  private double registered() {
    ExitPlan now = plan.now();
    return now == null ? 0 : now.nodes().size();
  }

  private static double seconds(@Nullable ExitPlan plan, boolean demanded) {
    if (plan == null) {
      return Double.NaN;
    }
    return (demanded ? plan.demanded() : plan.available()).toNanos() / 1e9;
  }

  private static List<String> phases() {
    List<String> words = new ArrayList<>(BEFORE);
    for (ExitPhase phase : ExitPhase.values()) {
      words.add(phase.name().toLowerCase(Locale.ROOT));
    }
    return words;
  }

  private void gauge(String name, String description, Supplier<Number> value) {
    meters.add(Gauge.builder(name, value).description(description).register(registry));
  }

  private void seconds(String name, String description, Supplier<Number> value) {
    meters.add(
        TimeGauge.builder(name, value, TimeUnit.SECONDS)
            .description(description)
            .register(registry));
  }

  private void word(
      String name, String description, String tag, String word, Supplier<String> current) {
    meters.add(
        Gauge.builder(name, () -> current.get().equals(word) ? 1 : 0)
            .description(description)
            .tag(tag, word)
            .register(registry));
  }
}
