package dev.lastcall.recorder;

import dev.lastcall.api.CleanupKind;
import dev.lastcall.api.NodeState;
import dev.lastcall.api.Outcome;
import dev.lastcall.api.StackSample;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How far one cleanup had come at the last sign of life. Immutable and thread-safe.
 *
 * @param name its name
 * @param kind its kind
 * @param after the names of its predecessors
 * @param waitsFor those of them that had not ended
 * @param timeout its own bound
 * @param allotted what it was given when it began, zero if it had not begun
 * @param state {@code REGISTERED} or {@code READY} (nothing held it up) if it had not begun, else
 *     {@code RUNNING} or {@code EXECUTED}
 * @param began when it began, from the begin of the exit; zero if it had not
 * @param lasted how long it ran; if it was still running, how long at least
 * @param outcome how it ended, present if it had
 * @param sample where its thread was when it was looked at last, empty if it was not
 * @param sampledAt when that was, from the begin of the exit
 * @param traceId the trace of the registering code, empty if none
 */
public record CleanupProgress(
    String name,
    CleanupKind kind,
    List<String> after,
    List<String> waitsFor,
    Duration timeout,
    Duration allotted,
    NodeState state,
    Duration began,
    Duration lasted,
    Optional<Outcome> outcome,
    Optional<StackSample> sample,
    Duration sampledAt,
    String traceId) {
  /** Copies the lists. */
  public CleanupProgress {
    after = List.copyOf(after);
    waitsFor = List.copyOf(waitsFor);
  }

  /** {@return whether it was running} */
  public boolean isRunning() {
    return state == NodeState.RUNNING;
  }

  /** {@return whether it had not begun} */
  public boolean isWaiting() {
    return state != NodeState.RUNNING && state != NodeState.EXECUTED;
  }
}
