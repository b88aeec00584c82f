package dev.lastcall.exit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.NodeState;
import dev.lastcall.api.Outcome;
import dev.lastcall.api.StackSample;
import dev.lastcall.defer.BoundedWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Runs a graph in virtual time: a few workers and a watchdog that follow the contract of {@link
 * BoundedWork}, on one thread, so that a run is decided by its seed alone.
 */
final class Simulation {
  private static final StackSample SAMPLE =
      new StackSample("lc:sim", Thread.State.RUNNABLE, List.of(), "", "");
  private static final long MILLI = 1_000_000;

  final ManualTicker ticker = new ManualTicker(17);
  final Map<String, Integer> runs = new HashMap<>();
  final Map<String, Long> begins = new HashMap<>();
  final Map<String, Long> ends = new HashMap<>();

  private final Map<String, Script> scripts;
  private final Nodes nodes;
  private final TickScale scale;
  private final Deadline deadline;
  private final RunLog log;
  private final ExitRun run;
  private final Schedule schedule;
  private final PriorityQueue<End> pending =
      new PriorityQueue<>(Comparator.comparingLong(End::atNanos));

  /** What a cleanup does: how long it takes, and how long it goes on after an interrupt. */
  record Script(long millis, long millisAfterInterrupt, boolean fails) {}

  private record End(long atNanos, int node, Outcome outcome) {}

  Simulation(Nodes nodes, Map<String, Script> scripts, Duration available) {
    this.nodes = nodes;
    this.scripts = scripts;
    this.scale = TickScale.spanning(available);
    this.deadline = Deadline.after(available, ticker);
    this.log = new RunLog(nodes.size(), scale, ticker.nanos());
    this.schedule = Schedule.of(nodes, deadline, ticker.nanos(), scale);
    this.run =
        new ExitRun(
            nodes,
            schedule,
            log,
            new Events(
                new ExitSettings(
                    available,
                    dev.lastcall.api.Mode.PERMISSIVE,
                    dev.lastcall.api.TraceContext.none(),
                    ExitSettings.NO_EVENTS,
                    ticker),
                scale,
                ticker.nanos()),
            ready -> {});
  }

  /** Runs to the end and returns what became of the cleanups. */
  CleanResult play(int workers) {
    long origin = ticker.nanos();
    int free = workers;
    while (true) {
      free -= startAsManyAs(free);
      End end = pending.peek();
      if (end == null || end.atNanos() > deadline.atNanos()) {
        break;
      }
      pending.remove();
      ticker.advanceTo(end.atNanos());
      int next = finish(end);
      if (next == BoundedWork.NONE) {
        free++;
      } else {
        start(next);
      }
    }
    if (!run.isComplete()) {
      ticker.advanceTo(Math.max(ticker.nanos(), deadline.atNanos()));
      run.stop();
      assertThat(run.take()).isEqualTo(BoundedWork.NONE);
      run.close(ticker.nanos());
    }
    assertThat(run.isFinished()).isTrue();
    CriticalPath path = CriticalPath.of(nodes, schedule.successors(), log);
    Duration available = Duration.ofNanos(deadline.atNanos() - origin);
    return new CleanResult(
        new CleanupReports(nodes, schedule, log, available, Duration.ZERO, path.nodes()),
        path.names(),
        List.of());
  }

  NodeState state(int node) {
    return run.states().state(node);
  }

  private int startAsManyAs(int free) {
    int started = 0;
    while (started < free) {
      int node = run.take();
      if (node == BoundedWork.NONE) {
        assertThat(readyNodes()).as("ready although a worker found nothing").isEmpty();
        break;
      }
      start(node);
      started++;
    }
    return started;
  }

  private List<String> readyNodes() {
    List<String> ready = new ArrayList<>();
    for (int node = 0; node < nodes.size(); node++) {
      if (run.states().state(node) == NodeState.READY) {
        ready.add(nodes.name(node));
      }
    }
    return ready;
  }

  private void start(int node) {
    String name = nodes.name(node);
    CleanupSpec spec = nodes.spec(node);
    Script script = java.util.Objects.requireNonNull(scripts.get(name));
    long now = ticker.nanos();
    assertThat(now).as("begins after the deadline").isLessThanOrEqualTo(deadline.atNanos());
    assertThat(run.states().state(node)).isEqualTo(NodeState.RUNNING);
    long allotted = run.allottedNanos(node, now);
    assertThat(allotted).isPositive().isLessThanOrEqualTo(spec.timeout().toNanos());
    run.began(node, now);
    begins.put(name, now);
    runs.merge(name, 1, Integer::sum);
    try {
      run.run(node);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
    pending.add(end(node, script, now, allotted));
  }

  /** What the watchdog would make of it. */
  private End end(int node, Script script, long now, long allotted) {
    long returns = now + script.millis() * MILLI;
    long due = now + allotted;
    Duration given = Duration.ofNanos(allotted);
    if (returns <= due) {
      Duration elapsed = Duration.ofNanos(returns - now);
      return new End(
          returns,
          node,
          script.fails()
              ? new Outcome.Failed(elapsed, new IllegalStateException("scripted"))
              : new Outcome.Completed(elapsed));
    }
    long patience = BoundedWork.patienceNanos(allotted);
    long abandoned = Math.max(due, Math.min(due + patience, deadline.atNanos()));
    long comesBack = due + script.millisAfterInterrupt() * MILLI;
    long end = Math.min(abandoned, comesBack);
    Duration elapsed = Duration.ofNanos(end - now);
    return new End(
        end,
        node,
        comesBack <= abandoned
            ? new Outcome.TimedOut(elapsed, given, SAMPLE)
            : new Outcome.Abandoned(elapsed, given, SAMPLE));
  }

  private int finish(End end) {
    int node = end.node();
    ends.put(nodes.name(node), end.atNanos());
    if (end.outcome().isCompleted()) {
      int next = run.completed(node, end.atNanos());
      assertThat(run.completed(node, end.atNanos())).isEqualTo(BoundedWork.NONE);
      return next;
    }
    run.ended(node, end.atNanos(), end.outcome());
    run.ended(node, end.atNanos(), new Outcome.Failed(Duration.ZERO, new Error("second end")));
    return BoundedWork.NONE;
  }
}
