package dev.lastcall.micrometer;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.DeferEvent;
import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.ExitListener;
import dev.lastcall.api.ExitPlan;
import dev.lastcall.api.Finding;
import dev.lastcall.defer.DeferListeners;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * The metrics of the exit, of named scopes and of every cleanup, in a registry of Micrometer's.
 *
 * <pre>{@code
 * LastcallMetrics metrics = LastcallMetrics.in(registry).open();
 * Lastcall lastcall = Lastcall.builder().recorder(metrics).install();
 * metrics.plan(lastcall::plan);
 * }</pre>
 *
 * <p>The cleanups of named scopes and named bounded calls are counted from {@code open()} on, those
 * of the exit once this is a recorder. Counted as they end, by {@code scope}, {@code name} and
 * {@code outcome}: {@code defer.timeout} and {@code defer.panic} (counters, at zero from the start)
 * and {@code defer.duration} (a histogram). A scrape by Prometheus shows them as {@code
 * defer_timeout_total}, {@code defer_panic_total} and {@code defer_duration_seconds}. The gauges,
 * all {@code lastcall.*}, are worked out when they are read; {@code docs/metrics.md} lists them.
 *
 * <p>To be installed as a recorder, which is told of the start-up and at once; so the flush at the
 * end finds the last values. It waits for nobody but the registry. Thread-safe.
 */
public final class LastcallMetrics implements ExitListener, AutoCloseable {
  /** The scope of what is registered with Lastcall itself. */
  static final String EXIT = "exit";

  /** The scope of flush targets. */
  static final String FLUSH = "flush";

  /** The scope of a bounded call that was made outside any. */
  static final String NONE = "none";

  private final CleanupMeters cleanups;
  private final ExitGauges exit;
  private final ScopeGauges scopes;
  private final DeferListeners.Listening listening;

  private LastcallMetrics(Builder settings, Deadline.Ticker ticker) {
    cleanups = new CleanupMeters(settings.registry, settings.buckets, settings.mostNames);
    exit = new ExitGauges(settings.registry, ticker);
    scopes = new ScopeGauges(settings.registry);
    listening = DeferListeners.add(this::ended);
  }

  /**
   * Begins to describe the metrics.
   *
   * @param registry where they are kept
   * @return the builder
   */
  public static Builder in(MeterRegistry registry) {
    return new Builder(Arguments.given("registry", registry));
  }

  /**
   * Says where the plan is asked for, so that the gauges know what was registered after the
   * start-up; asked at most once a second, and not during the exit.
   *
   * @param plan such as {@code lastcall::plan}
   */
  public void plan(Supplier<ExitPlan> plan) {
    exit.plan(Arguments.given("plan", plan));
  }

  @Override
  public void onEvent(ExitEvent event) {
    exit.note(event);
    if (event instanceof ExitEvent.Ready ready) {
      ready.plan().nodes().forEach(node -> cleanups.expect(EXIT, node.name()));
    } else if (event instanceof ExitEvent.ExitBegan began) {
      began.plan().nodes().forEach(node -> cleanups.expect(EXIT, node.name()));
    } else if (event instanceof ExitEvent.CleanupEnded ended) {
      cleanups.ended(EXIT, ended.name(), ended.outcome());
    } else if (event instanceof ExitEvent.TargetFlushed flushed) {
      cleanups.ended(FLUSH, flushed.name(), flushed.outcome());
    }
  }

  private void ended(DeferEvent event) {
    if (event instanceof DeferEvent.ActionEnded ended) {
      String scope = ended.scope().isEmpty() ? NONE : ended.scope();
      cleanups.ended(scope, ended.name(), ended.outcome());
    }
  }

  /** Returns whether names had to be put together because there are too many. */
  @Override
  public List<Finding> findings() {
    return cleanups.finding().stream().toList();
  }

  /** Takes every meter out of the registry again, for tests and hot redeploys. */
  @Override
  public void close() {
    listening.close();
    exit.close();
    scopes.close();
    cleanups.close();
  }

  /** Says how much is told apart. Not thread-safe; used once. */
  public static final class Builder {
    private static final int USUAL_NAMES = 200;
    private static final int LARGEST = 10_000;

    /** From a lock given back to a server's grace; the article's bounds 2, 3, 5 and 15 s are in. */
    private static final double[] USUAL_SECONDS = {
      0.0001, 0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 15, 30, 60
    };

    private final MeterRegistry registry;
    private int mostNames = USUAL_NAMES;
    private Duration[] buckets =
        Arrays.stream(USUAL_SECONDS)
            .mapToObj(seconds -> Duration.ofNanos(Math.round(seconds * 1e9)))
            .toArray(Duration[]::new);

    private Builder(MeterRegistry registry) {
      this.registry = registry;
    }

    /**
     * Sets how many pairs of scope and name are told apart; what comes later is counted as {@code
     * other}, which is said once, in the log and as a finding.
     *
     * @param pairs 1 to 10 000; 200 unless set
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public Builder mostNames(int pairs) {
      mostNames = Arguments.between("mostNames", pairs, 1, LARGEST);
      return this;
    }

    /**
     * Sets the upper ends of the histogram's buckets.
     *
     * @param ends ascending, each above zero; 0.1 ms to 60 s in 17 steps unless set
     * @return this builder
     * @throws IllegalArgumentException if they are none, or not ascending
     */
    public Builder buckets(Duration... ends) {
      Duration before = Duration.ZERO;
      for (Duration end : Arguments.given("buckets", ends)) {
        if (Arguments.positive("buckets", end).compareTo(before) <= 0) {
          throw Arguments.refusal("buckets", Arrays.toString(ends), "ascending");
        }
        before = end;
      }
      if (ends.length == 0) {
        throw Arguments.refusal("buckets", "none", "at least one");
      }
      buckets = ends.clone();
      return this;
    }

    /** Puts the meters into the registry. */
    public LastcallMetrics open() {
      return new LastcallMetrics(this, Deadline.Ticker.system());
    }

    LastcallMetrics open(Deadline.Ticker ticker) {
      return new LastcallMetrics(this, ticker);
    }
  }
}
