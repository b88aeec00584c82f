package dev.lastcall.exit;

import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.Mode;
import dev.lastcall.api.Outcome;
import dev.lastcall.api.PlainCleanup;
import dev.lastcall.api.TraceContext;
import dev.lastcall.defer.BoundedWork;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The run of a small graph without threads of its own, and the outcomes that it told of. */
final class SmallRun {
  static final Outcome FAILED =
      new Outcome.Failed(Duration.ZERO, new IllegalStateException("scripted"));

  private static final PlainCleanup NOTHING = () -> {};
  private static final Duration AVAILABLE = Duration.ofSeconds(20);
  private static final Deadline.Ticker CLOCK = () -> 0;
  private static final TickScale SCALE = TickScale.spanning(AVAILABLE);

  final ExitRun run;
  final RunLog log;
  private final Queue<String> outcomes = new ConcurrentLinkedQueue<>();

  private SmallRun(ExitGraph graph) {
    ExitSettings settings =
        new ExitSettings(AVAILABLE, Mode.PERMISSIVE, TraceContext.none(), this::note, CLOCK);
    Nodes nodes = graph.read(all -> all);
    Schedule schedule = Schedule.of(nodes, Deadline.after(AVAILABLE, CLOCK), 0, SCALE);
    log = new RunLog(nodes.size(), SCALE, 0);
    run = new ExitRun(nodes, schedule, log, new Events(settings, SCALE, 0), ready -> {});
  }

  static SmallRun of(CleanupSpec... specs) {
    ExitGraph graph = new ExitGraph();
    for (CleanupSpec spec : List.of(specs)) {
      graph.add(spec, NOTHING, 1, null, ExitGraph.Check.NONE);
    }
    return new SmallRun(graph);
  }

  private void note(ExitEvent event) {
    if (event instanceof ExitEvent.CleanupEnded ended) {
      outcomes.add(ended.name() + " " + ended.outcome().word());
    }
  }

  /** Runs nodes as a cleanup thread does, until none is ready. */
  void work(Consumer<String> effect) {
    int node = run.take();
    while (node != BoundedWork.NONE) {
      int next = BoundedWork.NONE;
      run.allottedNanos(node, 0);
      run.began(node, 0);
      try {
        effect.accept(run.name(node));
        next = run.completed(node, 0);
      } catch (IllegalStateException scripted) {
        run.ended(node, 0, FAILED);
      }
      node = next == BoundedWork.NONE ? run.take() : next;
    }
  }

  /** Returns all outcomes by name. */
  String outcomes() {
    return outcomes.stream().sorted().collect(Collectors.joining(", "));
  }
}
