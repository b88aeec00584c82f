package dev.lastcall.runtime;

import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.ExitEvent.CleanupBegan;
import dev.lastcall.api.ExitPlan;
import dev.lastcall.api.ExitReport.CleanupReport;
import dev.lastcall.api.NodeState;
import dev.lastcall.api.Outcome;
import dev.lastcall.api.StackSample;
import dev.lastcall.defer.StackSampler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of each cleanup while the exit runs, for the progress page and for the report of an
 * exit that is cut short.
 *
 * <p>Thread-safe.
 */
final class CleanupLedger {
  private final Map<String, CleanupBegan> begun = new ConcurrentHashMap<>();
  private final Map<String, Outcome> ended = new ConcurrentHashMap<>();
  private volatile @Nullable ExitPlan plan;

  void note(ExitEvent event) {
    if (event instanceof ExitEvent.ExitBegan began) {
      plan = began.plan();
    } else if (event instanceof CleanupBegan begins) {
      begun.put(begins.name(), begins);
    } else if (event instanceof ExitEvent.CleanupEnded ends) {
      ended.put(ends.name(), ends.outcome());
    }
  }

  private List<ExitPlan.Node> nodes() {
    ExitPlan known = plan;
    return known == null ? List.of() : known.nodes();
  }

  /** One word for each cleanup, in the order of the plan: its outcome or else its state. */
  String json() {
    return nodes().stream()
        .map(node -> '"' + node.name() + "\":\"" + word(node.name()) + '"')
        .collect(Collectors.joining(",", "{", "}"));
  }

  private String word(String name) {
    Outcome outcome = ended.get(name);
    if (outcome != null) {
      return outcome.word();
    }
    return begun.containsKey(name) ? NodeState.RUNNING.name() : NodeState.REGISTERED.name();
  }

  /** All cleanups as if the process ended now: what runs is abandoned, the rest skipped. */
  List<CleanupReport> cutAt(Duration now) {
    Map<String, Thread> threads =
        Thread.getAllStackTraces().keySet().stream()
            .collect(Collectors.toMap(Thread::getName, Function.identity(), (one, other) -> one));
    return nodes().stream().map(node -> cut(node, now, threads)).toList();
  }

  private CleanupReport cut(ExitPlan.Node node, Duration now, Map<String, Thread> threads) {
    CleanupBegan begins = begun.get(node.name());
    Outcome outcome = ended.get(node.name());
    if (outcome == null) {
      outcome =
          begins == null
              ? new Outcome.Skipped("forced to end before it could begin")
              : new Outcome.Abandoned(
                  now.minus(begins.at()), begins.allotted(), sample(node.name(), threads));
    }
    return new CleanupReport(
        node.name(),
        node.kind(),
        node.after(),
        node.timeout(),
        begins == null ? Duration.ZERO : begins.allotted(),
        begins == null ? now : begins.at(),
        outcome,
        false,
        begins == null ? "" : begins.traceId());
  }

  private static StackSample sample(String name, Map<String, Thread> threads) {
    Thread thread = threads.get("lc:" + name);
    return thread == null
        ? new StackSample("lc:" + name, Thread.State.RUNNABLE, List.of(), "", "")
        : StackSampler.of(thread);
  }
}
