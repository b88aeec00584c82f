package dev.lastcall.exit;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.AsyncCleanup;
import dev.lastcall.api.Cleanup;
import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.ExitPlan;
import dev.lastcall.api.ExitReason;
import dev.lastcall.api.Finding;
import dev.lastcall.api.Mode;
import dev.lastcall.api.Registration;
import dev.lastcall.api.TraceContext;
import dev.lastcall.defer.AwaitedCleanup;
import dev.lastcall.defer.CleanupThreads;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Collects cleanups in an exit graph, checks the plan, and runs the graph once, in parallel, inside
 * one deadline.
 *
 * <p>What is wrong with a cleanup is refused when it is registered; names in an {@code after} may
 * come later, until {@link #ready()}. During the run nothing is thrown past this class and every
 * cleanup gets exactly one outcome. Thread-safe.
 */
public final class ExitCoordinator {
  private static final long LONGEST_WAIT_NANOS = 20_000_000;

  /** Some 50 us: to be woken takes 15, and the exit of most services is over by then or lasts. */
  private static final int SPINS = Runtime.getRuntime().availableProcessors() > 1 ? 3_000 : 0;

  /** At the deadline the watchdog gets 10 ms to say itself who is left behind, and where. */
  private static final int WATCHDOG_WAITS = 10;

  private static final long WATCHDOG_WAIT_NANOS = 1_000_000;

  private final CleanupThreads threads;
  private final ExitSettings settings;
  private final TickScale scale;
  private final ExitGraph graph = new ExitGraph();
  private final AtomicBoolean begun = new AtomicBoolean();
  private volatile ExitGraph.Check check = ExitGraph.Check.NONE;

  private ExitCoordinator(CleanupThreads threads, ExitSettings settings) {
    this.threads = threads;
    this.settings = settings;
    this.scale = TickScale.spanning(settings.available());
  }

  /**
   * Returns a coordinator of an empty graph.
   *
   * @param threads run the cleanups; their watchdog has the ticker of the settings
   * @param settings what is known of the exit
   * @return the coordinator
   * @throws IllegalArgumentException if a value is null or the tickers differ
   */
  public static ExitCoordinator create(CleanupThreads threads, ExitSettings settings) {
    Arguments.given("threads", threads);
    Arguments.given("settings", settings);
    if (threads.watchdog().ticker() != settings.ticker()) {
      throw Arguments.refusal("ticker", settings.ticker(), "the ticker of the watchdog");
    }
    return new ExitCoordinator(threads, settings);
  }

  /**
   * Registers a cleanup.
   *
   * @param spec its name, bound and place in the order
   * @param cleanup the action
   * @return the handle
   * @throws IllegalArgumentException if a value is null, the name is taken, the bound exceeds what
   *     the cleanups have, a circle would arise (the message shows its path), or, after {@link
   *     #ready()}, a name in {@code after} is not registered
   * @throws IllegalStateException if the exit has begun
   * @throws PlanRefusedException after {@link #ready()} and in strict mode, if the plan no longer
   *     fits
   */
  public Registration defer(CleanupSpec spec, Cleanup cleanup) {
    Arguments.given("spec", spec);
    Arguments.given("cleanup", cleanup);
    Duration bound = BudgetPlan.bound(spec, settings.available());
    if (spec.hasOwnTimeout() && spec.timeout().compareTo(bound) > 0) {
      throw Refusals.boundTooLong(spec.name(), spec.timeout(), settings.available());
    }
    TraceContext.Captured trace = settings.trace().capture();
    graph.add(
        spec,
        cleanup,
        scale.boundTicks(bound),
        trace == TraceContext.none() ? null : trace,
        (nodes, node) -> check.added(nodes, node));
    return new GraphRegistration(graph, spec.name());
  }

  /**
   * Registers a cleanup that ends when the stage ends that it returns.
   *
   * @param spec its name, bound and place in the order
   * @param cleanup the action
   * @return the handle
   * @throws IllegalArgumentException as {@link #defer}
   * @throws IllegalStateException if the exit has begun
   */
  public Registration deferAsync(CleanupSpec spec, AsyncCleanup cleanup) {
    return defer(spec, AwaitedCleanup.of(cleanup));
  }

  /**
   * Returns what an exit would do with what is registered now.
   *
   * @return the plan; linear in cleanups and edges to make
   */
  public ExitPlan plan() {
    return graph.read(nodes -> BudgetPlan.of(nodes, settings.available(), settings.mode()));
  }

  /**
   * Returns how many cleanups could run at once, which is how many threads are of use if they
   * block: at least as many as there are of which none comes after another, and seldom more.
   *
   * @return 0 if nothing is registered; linear in cleanups and edges to find out
   */
  public int width() {
    return graph.read(Width::of);
  }

  /**
   * Ends the start-up: checks the plan, and from now on each registration at once.
   *
   * @return what is wrong with the plan where that is not refused
   * @throws IllegalArgumentException if an {@code after} names a cleanup that is not registered
   * @throws PlanRefusedException in strict mode, if the plan does not fit
   */
  public List<Finding> ready() {
    graph.refuseUnknownNames();
    return graph.read(this::judged).findings();
  }

  /** Inside the graph's lock, so that no registration is checked neither here nor later. */
  private ExitPlan judged(Nodes nodes) {
    ExitPlan plan = BudgetPlan.of(nodes, settings.available(), settings.mode());
    if (plan.verdict() == ExitPlan.Verdict.REFUSED) {
      throw new PlanRefusedException(plan);
    }
    if (settings.mode() == Mode.STRICT) {
      check = new Fit(settings.available(), scale);
    }
    return plan;
  }

  /**
   * Closes the graph because the exit begins; later calls change nothing.
   *
   * @param reason why, for the message to whoever comes too late
   * @param exitBeganNanos when, by the ticker
   */
  public void seal(ExitReason reason, long exitBeganNanos) {
    graph.seal(new Seal(reason.toString(), exitBeganNanos, settings.ticker()));
  }

  /**
   * Seals the graph, runs it and waits until every cleanup has its outcome, but not beyond the
   * deadline; an interrupt of the caller is swallowed.
   *
   * @param cleanDeadline what still runs then is abandoned, what has not begun is skipped; on the
   *     ticker of the settings
   * @param exitBeganNanos when the exit began, by the ticker; offsets count from there
   * @return what became of every cleanup
   * @throws IllegalStateException if called twice
   */
  public CleanResult run(Deadline cleanDeadline, long exitBeganNanos) {
    Arguments.given("cleanDeadline", cleanDeadline);
    if (!begun.compareAndSet(false, true)) {
      throw new IllegalStateException(Arguments.text("run", "the second", "one run"));
    }
    graph.seal(new Seal("", exitBeganNanos, settings.ticker()));
    Nodes nodes = graph.read(all -> all);
    long now = settings.ticker().nanos();
    RunLog log = new RunLog(nodes.size(), scale, now);
    Schedule schedule = Schedule.of(nodes, cleanDeadline, now, scale);
    ExitRun run =
        new ExitRun(
            nodes, schedule, log, new Events(settings, scale, exitBeganNanos), threads::wake);
    graph.follow(run.states());
    if (nodes.live() > 0) {
      if (!cleanDeadline.isExpired()) {
        threads.work(run);
      }
      await(run, cleanDeadline);
    }
    Duration begin = Duration.ofNanos(Math.max(0, now - exitBeganNanos));
    CriticalPath path = CriticalPath.of(nodes, schedule.successors(), log);
    return new CleanResult(
        new CleanupReports(nodes, schedule, log, settings.available(), begin, path.nodes()),
        path.names(),
        schedule.fits() && nodes.pending() == 0
            ? List.of()
            : BudgetPlan.findings(nodes, settings.available(), settings.mode()));
  }

  private void await(ExitRun run, Deadline deadline) {
    for (int spins = 0; spins < SPINS && !run.isComplete(); spins++) {
      Thread.onSpinWait();
    }
    while (!run.isComplete() && !deadline.isExpired()) {
      LockSupport.parkNanos(run, Math.min(LONGEST_WAIT_NANOS, deadline.remainingNanos()));
      Thread.interrupted();
    }
    if (!run.isComplete()) {
      run.stop();
      for (int waits = 0; waits < WATCHDOG_WAITS && run.isAnyRunning(); waits++) {
        LockSupport.parkNanos(run, WATCHDOG_WAIT_NANOS);
        Thread.interrupted();
      }
      run.close(deadline.ticker().nanos());
    }
  }
}
