package dev.lastcall.recorder;

import dev.lastcall.api.ExitPhase;
import dev.lastcall.api.ExitPlan;
import dev.lastcall.api.ExitReason;
import dev.lastcall.api.ExitReport.PhaseReport;
import dev.lastcall.api.ExitReport.TargetReport;
import dev.lastcall.api.GracePeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An exit while its records are read. Any of them may be missing, because newer ones took their
 * place; a pulse says again what runs. Confined to one thread.
 */
final class LifeExit {
  private static final ExitReason NOT_ON_RECORD =
      new ExitReason(ExitReason.Door.REQUEST, "a reason that is not on record any more");

  private final Map<String, CleanupTrace> traces = new LinkedHashMap<>();
  private final Map<ExitPhase, Duration> phases = new EnumMap<>(ExitPhase.class);
  private final List<TargetReport> targets = new ArrayList<>();
  private Instant beganAt;
  private ExitReason reason = NOT_ON_RECORD;
  private Duration lastSign = Duration.ZERO;
  private @Nullable PlanRecord plan;
  private long endedByPulse;
  private boolean over;
  private int exitCode;

  LifeExit(Instant beganAt) {
    this.beganAt = beganAt;
  }

  void plan(PlanRecord read) {
    plan = read;
  }

  boolean isOver() {
    return over;
  }

  int exitCode() {
    return exitCode;
  }

  void read(int kind, RecordInput in) {
    switch (kind) {
      case Kind.EXIT_BEGAN, Kind.REASON -> {
        beganAt = in.moment();
        reason = new ExitReason(in.word(ExitReason.Door.class), in.text());
      }
      case Kind.PHASE -> {
        Duration at = sign(in);
        phases.put(in.word(ExitPhase.class), at);
      }
      case Kind.BEGAN -> {
        Duration at = sign(in);
        trace(in.text()).begin(at, in.time(), in.text());
      }
      case Kind.INTERRUPTED, Kind.SEEN -> {
        Duration at = sign(in);
        trace(in.text()).see(at, OutcomeRecord.sample(in));
      }
      case Kind.ENDED -> {
        Duration at = sign(in);
        trace(in.text()).end(at, OutcomeRecord.read(in));
      }
      case Kind.FLUSHED -> {
        sign(in);
        targets.add(new TargetReport(in.text(), Duration.ZERO, OutcomeRecord.read(in)));
      }
      case Kind.PULSE -> pulse(sign(in), in);
      case Kind.EXIT_OVER -> {
        sign(in);
        exitCode = in.smallNumber();
        over = true;
      }
      default -> throw new IllegalArgumentException("kind " + kind);
    }
  }

  private Duration sign(RecordInput in) {
    Duration at = in.time();
    lastSign = at.compareTo(lastSign) > 0 ? at : lastSign;
    return at;
  }

  private CleanupTrace trace(String name) {
    return traces.computeIfAbsent(name, CleanupTrace::new);
  }

  private void pulse(Duration at, RecordInput in) {
    if (in.octet() == 1) {
      phases.putIfAbsent(in.word(ExitPhase.class), at);
    }
    long all = 0;
    for (int i = 0; i < ExitBoard.OUTCOMES; i++) {
      all += in.number();
    }
    endedByPulse = all;
    int running = in.count();
    for (int i = 0; i < running; i++) {
      trace(in.text()).begin(in.time(), in.time(), "");
    }
  }

  /** What is known of it all. */
  ExitProgress progress(@Nullable GracePeriod grace) {
    int traced = (int) traces.values().stream().filter(CleanupTrace::hasEnded).count();
    List<CleanupProgress> cleanups = cleanups(traced >= endedByPulse);
    int ended = (int) Math.max(traced, endedByPulse);
    int running = (int) cleanups.stream().filter(CleanupProgress::isRunning).count();
    int all = plan == null ? cleanups.size() : Math.max(plan.nodes(), cleanups.size());
    return new ExitProgress(
        reason,
        beganAt,
        lastSign,
        Optional.ofNullable(grace).map(known -> left(known.length())),
        phases(),
        cleanups,
        ended,
        Math.max(0, all - ended - running),
        plan == null ? List.of() : plan.plan().criticalPath(),
        targets);
  }

  private Duration left(Duration grace) {
    Duration left = grace.minus(lastSign);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private List<PhaseReport> phases() {
    List<PhaseReport> reports = new ArrayList<>();
    List<Map.Entry<ExitPhase, Duration>> begun = List.copyOf(phases.entrySet());
    for (int i = 0; i < begun.size(); i++) {
      Duration from = begun.get(i).getValue();
      Duration to = i + 1 < begun.size() ? begun.get(i + 1).getValue() : lastSign;
      reports.add(new PhaseReport(begun.get(i).getKey(), from, to.minus(from)));
    }
    return reports;
  }

  /**
   * Lists the cleanups. Where records of ended ones are missing, nobody knows which of those
   * without a trace had not begun, so these are only counted.
   */
  private List<CleanupProgress> cleanups(boolean whole) {
    Map<String, ExitPlan.Node> nodes = new LinkedHashMap<>();
    if (plan != null) {
      plan.plan().nodes().forEach(node -> nodes.put(node.name(), node));
    }
    List<CleanupTrace> begun = new ArrayList<>(traces.values());
    begun.sort(Comparator.comparing(CleanupTrace::began));
    List<CleanupProgress> cleanups = new ArrayList<>();
    for (CleanupTrace trace : begun) {
      cleanups.add(trace.progress(nodes.get(trace.name()), List.of(), lastSign));
    }
    for (ExitPlan.Node node : nodes.values()) {
      if (whole && !traces.containsKey(node.name())) {
        cleanups.add(new CleanupTrace(node.name()).progress(node, waitsFor(node), lastSign));
      }
    }
    return cleanups;
  }

  private List<String> waitsFor(ExitPlan.Node node) {
    return node.after().stream()
        .filter(
            name -> {
              CleanupTrace trace = traces.get(name);
              return trace == null || !trace.hasEnded();
            })
        .toList();
  }
}
