package dev.lastcall.recorder;

import dev.lastcall.api.CleanupKind;
import dev.lastcall.api.ExitPlan;
import dev.lastcall.api.NodeState;
import dev.lastcall.api.Outcome;
import dev.lastcall.api.StackSample;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the records say of one cleanup. Confined to one thread. */
final class CleanupTrace {
  private final String name;
  private @Nullable Duration began;
  private Duration allotted = Duration.ZERO;
  private String traceId = "";
  private @Nullable Outcome outcome;
  private @Nullable StackSample sample;
  private Duration sampledAt = Duration.ZERO;

  CleanupTrace(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  /** When it began; zero if it did not. */
  Duration began() {
    return began == null ? Duration.ZERO : began;
  }

  boolean hasEnded() {
    return outcome != null;
  }

  void begin(Duration at, Duration given, String trace) {
    if (began == null) {
      began = at;
      allotted = given;
      traceId = trace;
    }
  }

  void see(Duration at, StackSample where) {
    sample = where;
    sampledAt = at;
  }

  /** What was skipped begins when it ends; of what ended, the begin may not be on record. */
  void end(Duration at, Outcome how) {
    outcome = how;
    if (began == null) {
      Duration since = at.minus(how.elapsed());
      began = since.isNegative() ? Duration.ZERO : since;
    }
  }

  CleanupProgress progress(ExitPlan.@Nullable Node node, List<String> waitsFor, Duration lastSign) {
    Duration ran = lastSign.minus(began());
    return new CleanupProgress(
        name,
        node == null ? CleanupKind.OTHER : node.kind(),
        node == null ? List.of() : node.after(),
        waitsFor,
        node == null ? allotted : node.timeout(),
        allotted,
        state(waitsFor),
        began(),
        outcome == null
            ? (ran.isNegative() || began == null ? Duration.ZERO : ran)
            : outcome.elapsed(),
        Optional.ofNullable(outcome),
        Optional.ofNullable(sample),
        sampledAt,
        traceId);
  }

  private NodeState state(List<String> waitsFor) {
    if (outcome != null) {
      return NodeState.EXECUTED;
    }
    if (began != null) {
      return NodeState.RUNNING;
    }
    return waitsFor.isEmpty() ? NodeState.READY : NodeState.REGISTERED;
  }
}
